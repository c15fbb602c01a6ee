// The German words for a file that is not taken: what was found, and what to do.
import type { Format } from "./format.ts";
import type { englishFiles } from "./messages-en-files.ts";

const rows = (count: number, format: Format) => format.count(count, { one: "# Zeile", other: "# Zeilen" });

export const germanRefusals: (typeof englishFiles)["refusals"] = {
  empty_file: {
    title: "Die Datei ist leer",
    advice: "Exportieren Sie Ihre Nutzer erneut oder beginnen Sie mit der Vorlage.",
  },
  no_rows: {
    title: "Die Datei hat eine Kopfzeile, aber keine Zeilen",
    advice: "Prüfen Sie den Filter Ihres Exports: Unter der Kopfzeile muss mindestens ein Nutzer stehen.",
  },
  nothing_left: {
    title: "So gelesen hat die Datei keine Zeilen",
    advice:
      "Ihre letzte Auswahl wurde zurückgenommen. Wählen Sie eine andere Zeichenkodierung, ein anderes Trennzeichen oder eine andere Kopfzeile.",
  },
  file_too_large: {
    title: (bytes, limit, format) =>
      `Die Datei hat ${format.bytes(bytes)}; höchstens ${format.bytes(limit)} können gelesen werden`,
    advice: (estimated, format) =>
      `Sie enthält etwa ${rows(estimated, format)}. Importieren Sie jetzt den ersten Teil oder exportieren Sie in mehreren Dateien.`,
  },
  too_many_rows: {
    title: (count, limit, estimated, format) =>
      `Die Datei hat ${estimated ? "etwa " : ""}${rows(count, format)}; die Obergrenze ist ${format.number(limit)}`,
    advice:
      "Importieren Sie jetzt den ersten Teil oder teilen Sie die Datei auf und importieren Sie die Teile nacheinander.",
    action: (limit, format) => `Die ersten ${format.number(limit)} importieren`,
  },
  not_csv: {
    title: (found) => `Das ist ${found}, keine CSV-Datei`,
    found: {
      xlsx: "eine Excel-Arbeitsmappe",
      xls: "eine alte Excel-Arbeitsmappe",
      ods: "eine OpenDocument-Tabelle",
      numbers: "eine Tabelle aus Apple Numbers",
      zip: "ein ZIP-Archiv",
      gzip: "eine komprimierte Datei",
      pdf: "ein PDF-Dokument",
      image: "ein Bild",
      json: "eine JSON-Datei",
      html: "eine Webseite",
      xml: "eine XML-Datei",
      binary: "eine Binärdatei",
    },
    spreadsheet:
      "Öffnen Sie sie, wählen Sie Datei › Speichern unter › „CSV UTF-8 (durch Trennzeichen getrennt)“ und laden Sie die so gespeicherte Datei hoch.",
    archive: "Entpacken Sie sie zuerst und laden Sie dann die CSV-Datei daraus hoch.",
    other: "Exportieren Sie Ihre Nutzer als CSV oder beginnen Sie mit der Vorlage.",
  },
  unclosed_quote: {
    title: (row) => `Ein Anführungszeichen öffnet sich in Zeile ${row} und wird nie geschlossen`,
    advice: (row) =>
      `Sehen Sie sich Zeile ${row} an: Schließen Sie das Anführungszeichen, oder verdoppeln Sie es, wo es zum Text gehört.`,
  },
  unreadable: {
    title: "Die Datei konnte nicht gelesen werden",
    advice: "Vielleicht wurde sie verschoben, geändert oder ist anderswo geöffnet. Wählen Sie sie noch einmal aus.",
  },
  several_files: {
    title: (count, format) => `${format.number(count)} Dateien auf einmal`,
    advice: "Bitte wählen Sie eine Datei: Jeder Import ist eine Datei.",
  },
  reader_not_loaded: {
    title: "Der Dateileser konnte nicht geladen werden",
    advice:
      "Prüfen Sie Ihre Verbindung und wählen Sie die Datei noch einmal aus. Hilft das nicht, laden Sie die Seite neu.",
  },
  not_a_file: { title: "Das war keine Datei", advice: "Legen Sie hier eine CSV-Datei ab oder wählen Sie eine aus." },
};
