// The German words about mappings that are remembered, and about the rows of a saved source.
import type { Messages } from "./messages.ts";

export const germanMemory: Pick<Messages, "memory" | "sourceRows"> = {
  memory: {
    tag: "gemerkt",
    reason: (day) => `wie Sie es am ${day} bestätigt haben`,
    note: (day) => `Gemerkte Zuordnung vom ${day}`,
    forget: "Vergessen",
    heading: (count, format) => `Gemerkte Zuordnungen (${format.number(count)})`,
    about:
      "Für die nächste Datei mit denselben Spaltennamen. Gemerkt werden die Positionen der Spalten und der Name der Quelle; keine Spaltennamen, keine Werte, keine Zeilen.",
    none: "Nichts ist gemerkt. Eine Zuordnung, über die Sie entscheiden, wird gemerkt, wenn Sie den Import starten.",
    list: "Gemerkte Zuordnungen",
    entry: (name, day, format) => `${format.strong(name)}, bestätigt am ${day}`,
    column: (field, column, format) => `${field}: Spalte ${format.number(column)}`,
    joined: (field, columns, format) => `${field}: Spalten ${format.list(columns.map(format.number))}`,
    forgetAll: "Alle vergessen",
  },
  sourceRows: {
    toggle: "Zeilenergebnisse",
    region: (name) => `Zeilenergebnisse von ${name}`,
    caption: (name) => `Zeilen von ${name}`,
    filter: "Ergebnisse anzeigen",
    place: "Nr.",
    loading: "Die Zeilen werden geladen …",
    loaded: (rows, format) => format.count(rows, { one: "# Zeile ist geladen", other: "# Zeilen sind geladen" }),
    part: (rows, format) =>
      `Nur ${format.count(rows, { one: "die erste Zeile ist", other: "die ersten # Zeilen sind" })} geladen: Suche und Sortierung kennen noch keine anderen.`,
    more: "Weitere Zeilen laden",
    empty: "Der Server hat keine Zeilen dieses Imports aufbewahrt.",
    none: "Der Server hat keine Zeilen dieses Imports. Er ist älter als die Aufbewahrung von Zeilen, oder er wurde anderswo gelöscht.",
    failed: "Die Zeilen konnten nicht geladen werden.",
    retry: "Zeilen erneut laden",
    refresh: "Liste erneut laden",
  },
};
