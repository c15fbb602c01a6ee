// The German words of cells that are corrected in the preview, and of files that come back corrected.
import type { englishCorrections } from "./messages-en-corrections.ts";

export const germanCorrections: typeof englishCorrections = {
  corrections: {
    hint: (format) =>
      `Falsche Zellen lassen sich hier berichtigen: ${format.strong("Eingabe")} speichert und führt zum nächsten Problem, ${format.strong("Esc")} bricht ab. Ihre Datei bleibt, wie sie ist.`,
    correct: (field, row) => `${field} in Zeile ${row} berichtigen`,
    input: (field, row) => `${field} in Zeile ${row}`,
    original: "In der Datei:",
    empty: "leer",
    corrected: "berichtigt",
    undo: "Rückgängig",
    undoCell: (field, row) => `Berichtigung rückgängig machen: ${field} in Zeile ${row}`,
    undoAll: "Alle Berichtigungen rückgängig machen",
    count: (cells, format) => format.count(cells, { one: "# Zelle berichtigt", other: "# Zellen berichtigt" }),
    ready: (row) => `Zeile ${row} ist bereit`,
    stillWrong: (row, field, reason) => `Zeile ${row}, ${field}: ${reason}`,
    undone: (row, field) => `Berichtigung rückgängig gemacht: ${field} in Zeile ${row}`,
    allUndone: (cells, format) =>
      format.count(cells, {
        one: "# Berichtigung rückgängig gemacht",
        other: "# Berichtigungen rückgängig gemacht",
      }),
    applied: (file, rows, format) =>
      `${format.count(rows, { one: "# Zeile", other: "# Zeilen" })} aus ${file} berichtigt`,
    left: (problems, format) =>
      problems === 0
        ? "Keine Zeile hat mehr Probleme"
        : format.count(problems, { one: "Noch # Zeile mit Problemen", other: "Noch # Zeilen mit Problemen" }),
  },
  merge: {
    title: (dropped, file) => `${dropped} enthält Zeilen aus ${file}`,
    changes: (rows, format) =>
      format.count(rows, {
        one: "In # Zeile steht etwas anderes als in der Vorschau.",
        other: "In # Zeilen steht etwas anderes als in der Vorschau.",
      }),
    noChanges: "Darin steht nichts anderes als in der Vorschau.",
    strangers: (rows, more, format) =>
      `${format.count(rows.length + more, { one: "# Zeile gehört", other: "# Zeilen gehören" })} nicht zur Vorschau und ${
        rows.length + more === 1 ? "bliebe" : "blieben"
      } weg: ${format.list([
        ...rows.map((row) => `Zeile ${row}`),
        ...(more > 0 ? [`${format.number(more)} weitere`] : []),
      ])}. Nummer und Benutzer-ID oder E-Mail müssen gleich sein.`,
    kept: (cells, format) =>
      format.count(cells, {
        one: "# Wert bliebe, wie er ist: Er ist gültig, der neue nicht.",
        other: "# Werte blieben, wie sie sind: Sie sind gültig, die neuen nicht.",
      }),
    apply: (file, rows, format) =>
      `Berichtigungen dieser Datei in ${file} übernehmen (${format.count(rows, { one: "# Zeile", other: "# Zeilen" })})`,
    replace: "Als eigene Datei importieren",
    dismiss: (file) => `${file} lassen, wie sie ist`,
  },
};
