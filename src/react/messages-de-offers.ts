// The German words of what is offered for a file: converting dates, joining names, mending text, splitting, a report.
import type { englishOffers } from "./messages-en-offers.ts";

export const germanOffers: typeof englishOffers = {
  dates: {
    formats: {
      iso: "ISO-Datum",
      year_month_day: "Jahr, Monat, Tag",
      day_month_year: "Tag, Monat, Jahr",
      month_day_year: "Monat, Tag, Jahr",
      month_name: "Datum mit Monatsnamen",
      compact: "Jahr, Monat, Tag ohne Trennzeichen",
      epoch_seconds: "Sekunden seit 1970",
      epoch_milliseconds: "Millisekunden seit 1970",
      excel_serial: "Tageszahl aus Excel",
    },
    question: (value, formatName, matching, of, format) =>
      `${format.code(value)} wird so gelesen: ${formatName}. ${
        matching === of
          ? format.count(of, { one: "Den Wert umwandeln?", other: "Alle # Werte umwandeln?" })
          : `${format.number(matching)} von ${format.number(of)} Werten umwandeln? Die übrigen bleiben, wie sie sind.`
      }`,
    ambiguous: (value, row, format) =>
      `${format.code(value)} in Zeile ${row} kann zwei Tage bedeuten, und keine andere Zeile entscheidet es. Welcher ist es?`,
    converted: (matching, formatName, format) =>
      `${format.count(matching, { one: "# Wert", other: "# Werte" })} umgewandelt aus: ${formatName}.`,
    left: "Unverändert gelassen: Datumsangaben ohne ISO-Format werden als Problem gemeldet.",
    convert: "Umwandeln",
    leave: "Unverändert lassen",
    undo: "Rückgängig",
    proof: "Beispiele",
    proofRow: (row) => `Zeile ${row}`,
    becomes: "wird zu",
    reading: (day, formatName) => `${day} (${formatName})`,
    about: "Datumsangaben in anderem Format",
  },
  names: {
    offer: (parts, sample, format) =>
      `Keine Spalte enthält den vollen Namen. ${parts.map(format.code).join(" + ")} lassen sich verbinden${
        sample === "" ? "" : `, etwa zu ${format.code(sample)}`
      }.`,
    done: (parts, sample, format) =>
      `Verbunden: ${parts.map(format.code).join(" + ")}${sample === "" ? "" : `, etwa zu ${format.code(sample)}`}.`,
    option: (parts) => parts.join(" + "),
    about: "Verbundene Namen",
    several: "Mehrere Spalten verbinden …",
    part: (place) => `Teil ${place} des Namens`,
    noPart: "Nichts weiter",
    join: (parts, field) => `${parts.join(" + ")} verbinden → ${field}`,
    undo: "Rückgängig",
    reason: "aus mehreren Spalten verbunden",
  },
  usernames: {
    about: "Nutzernamen als Nutzer-ID",
    offer: (headers, field, format) =>
      `Keine Spalte ist als ${field} bekannt. Wenn Ihr System die Personen an ${headers.map(format.code).join(" / ")} erkennt, kann das dafür dienen; jeder Wert muss für immer gleich bleiben.`,
    use: (header, field) => `${header} als ${field} verwenden`,
    done: (header, field, format) => `${format.code(header)} wird als ${field} verwendet.`,
    undo: "Rückgängig",
  },
  empty: {
    about: "Texte ohne Bedeutung",
    offer: (texts, count, firstRow, format) =>
      `${texts.map(format.code).join(", ")} ${format.count(count, { one: "steht in # Zelle", other: "stehen in # Zellen" })}, wo nichts bekannt ist, zuerst in Zeile ${firstRow}. Als leer lesen?`,
    read: "Als leer lesen",
    done: (texts, format) => `Als leer gelesen: ${texts.map(format.code).join(", ")}.`,
    undo: "Rückgängig",
  },
  text: {
    mend: "Reparieren",
    keep: "So lassen, wie sie waren",
  },
  split: {
    action: (rows, format) =>
      format.count(rows, { one: "In Dateien mit # Zeile aufteilen", other: "In Dateien mit # Zeilen aufteilen" }),
    working: "Die Datei wird aufgeteilt …",
    done: (parts, format) =>
      `${format.count(parts, { one: "# Datei wurde", other: "# Dateien wurden" })} in Ihren Downloads gespeichert. Importieren Sie sie nacheinander.`,
    failed: "Die Datei konnte nicht aufgeteilt werden. Wählen Sie sie noch einmal aus.",
    partName: (file, part) => `${file} Teil ${part}`,
  },
  report: {
    copy: "Lesebericht kopieren",
    hint: "Für den Support: wie die Datei gelesen wurde, ohne eine einzige Zeile daraus.",
    copied: "Kopiert",
    saved: "Kopieren ist hier nicht erlaubt, daher wurde der Bericht in Ihren Downloads gespeichert.",
    fileName: (file) => `${file} Lesebericht`,
  },
};
