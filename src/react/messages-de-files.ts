// The German words about the file: choosing it, how it was read, and what was noticed in it.
import type { Format } from "./format.ts";
import { germanRefusals } from "./messages-de-refusals.ts";
import type { englishFiles } from "./messages-en-files.ts";

const rows = (count: number, format: Format) => format.count(count, { one: "# Zeile", other: "# Zeilen" });
const columns = (count: number, format: Format) => format.count(count, { one: "# Spalte", other: "# Spalten" });

export const germanFiles: typeof englishFiles = {
  file: {
    sourceName: "Name der Quelle",
    sourceNameHint: "So erscheint dieser Import unter „Gespeicherte Quellen“.",
    drop: "CSV-Export hier ablegen",
    dropNow: "Loslassen, um die Datei zu lesen",
    upload: "CSV hochladen",
    chooseAnother: "Andere Datei wählen",
    limits: (maxRows, format) => `Bis zu ${rows(maxRows, format)}, getrennt durch Komma oder Semikolon`,
    required: (headers, format) => `Erforderlich: ${headers.map(format.code).join(", ")}`,
    optional: (headers, format) => `Optional: ${headers.map(format.code).join(", ")}`,
    dates: (format) => `Datumsangaben wie ${format.code("2026-05-01")} oder ${format.code("2026-05-01T12:00:00Z")}`,
    privacy: "Ihre Datei wird in diesem Browser gelesen. Bevor Sie den Import starten, wird nichts gesendet.",
    size: (count, width, bytes, format) =>
      `${rows(count, format)} · ${columns(width, format)} · ${format.bytes(bytes)}`,
    facts: "So wurde die Datei gelesen",
    notices: "In der Datei aufgefallen",
  },
  encoding: {
    label: "Zeichenkodierung",
    names: {
      "utf-8": "UTF-8",
      "utf-16le": "UTF-16",
      "utf-16be": "UTF-16 (Big Endian)",
      "windows-1250": "Windows-1250, Mitteleuropa",
      "windows-1251": "Windows-1251, Kyrillisch",
      "windows-1252": "Windows-1252, Westeuropa",
      "windows-1254": "Windows-1254, Türkisch",
      "iso-8859-15": "ISO 8859-15, Westeuropa",
      "windows-1253": "Windows-1253, Griechisch",
      "iso-8859-2": "ISO 8859-2, Mitteleuropa",
      "koi8-r": "KOI8-R, Kyrillisch",
      macintosh: "Mac Roman",
      shift_jis: "Shift JIS, Japanisch",
      "euc-jp": "EUC-JP, Japanisch",
      gb18030: "GB 18030, Chinesisch",
      big5: "Big5, Chinesisch",
      "euc-kr": "EUC-KR, Koreanisch",
    },
    reasons: {
      chosen: "von Ihnen gewählt",
      text: "lag bereits als Text vor",
      byte_order_mark: "steht so am Anfang der Datei",
      ascii: "nur einfache Buchstaben: passt zu fast jeder Kodierung",
      valid_utf8: "alle Zeichen sind gültiges UTF-8",
      mostly_utf8: (characters, damaged, format) =>
        `${format.count(characters, { one: "# Zeichen ist", other: "# Zeichen sind" })} gültiges UTF-8, ${format.count(damaged, { one: "# Byte ist", other: "# Bytes sind" })} beschädigt`,
      letters_fit: (language, share, runnerUp, format) =>
        `vermutet: ${format.percent(share)} der Sonderzeichen passen zu ${language}; am zweitwahrscheinlichsten ist ${runnerUp}`,
      zero_bytes: "vermutet: Jedes zweite Byte ist null",
      not_utf8: (runnerUp) =>
        `kein UTF-8, daher vermutet: Bitte prüfen Sie die Umlaute und Akzente${runnerUp === null ? "" : `; am zweitwahrscheinlichsten ist ${runnerUp}`}`,
    },
    sample: (text, row) => `Zeile ${row}: „${text}“`,
    sampleDoubted: (text, row) => `Zeile ${row}: „${text}“ – ist das richtig zu lesen?`,
  },
  delimiter: {
    label: "Trennzeichen",
    names: { ",": "Komma", ";": "Semikolon", "\t": "Tabulator", "|": "Senkrechter Strich" },
    reasons: {
      chosen: "von Ihnen gewählt",
      declared: "steht so in der ersten Zeile",
      all: (count, width, format) =>
        `${format.count(count, { one: "die einzige Zeile hat", other: "alle # Zeilen haben" })} ${columns(width, format)}`,
      most: (agreeing, count, width, format) =>
        `${format.number(agreeing)} von ${rows(count, format)} haben ${columns(width, format)}`,
      first: (agreeing, sampled, width, format) =>
        agreeing === sampled
          ? `${format.count(sampled, { one: "die erste Zeile hat", other: "die ersten # Zeilen haben" })} ${columns(width, format)}`
          : `${format.number(agreeing)} der ersten ${rows(sampled, format)} haben ${columns(width, format)}`,
      single_column: "kein Trennzeichen gefunden: eine Spalte",
    },
    runnerUp: (reason, name) => `${reason}; am zweitwahrscheinlichsten ist ${name}`,
  },
  headerRow: {
    label: "Kopfzeile",
    row: (row, sample) => (sample.length === 0 ? `Zeile ${row}` : `Zeile ${row}: ${sample.join(", ")}`),
    none: "Keine Kopfzeile",
    reasons: {
      chosen: "von Ihnen gewählt",
      known_names: (names, format) => `bekannte Namen: ${format.list(names)}`,
      unlike_rows_below: "hier Wörter, darunter Werte",
      words_only: "nur Wörter, daher als Kopfzeile gelesen",
      holds_value: (value) => `die erste Zeile enthält schon einen Wert: ${value}`,
    },
    runnerUp: (reason, row) => `${reason}; am zweitwahrscheinlichsten ist Zeile ${row}`,
  },
  refusals: germanRefusals,
  notices: {
    characters_damaged: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeichen war", other: "# Zeichen waren" })} nicht lesbar${
        firstRow === null ? "" : `, zuerst in Zeile ${firstRow}`
      }. Versuchen Sie eine andere Zeichenkodierung.`,
    added_columns: (headers, format) =>
      `Diese Datei wurde hier gespeichert: ${format.list(headers)} ${format.count(headers.length, { one: "kam", other: "kamen" })} dabei hinzu und ${format.count(headers.length, { one: "wird", other: "werden" })} übergangen. Es zählen die anderen Spalten.`,
    rows_skipped: (count, format) =>
      format.count(count, {
        one: "# Zeile über der Kopfzeile wurde übersprungen.",
        other: "# Zeilen über der Kopfzeile wurden übersprungen.",
      }),
    rows_over_limit: (count, limit, estimated, format) =>
      `Von ${estimated ? "etwa " : ""}${rows(count, format)} werden nur die ersten ${format.number(limit)} importiert. Importieren Sie die übrigen mit einer eigenen Datei.`,
    rows_short: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} weniger Zellen als die Kopfzeile, zuerst Zeile ${firstRow}; die fehlenden sind leer.`,
    rows_long: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} mehr Zellen als die Kopfzeile, zuerst Zeile ${firstRow}; die überzähligen entfallen.`,
    quotes_malformed: (count, firstRow, format) =>
      `${rows(count, format)} mit Anführungszeichen, die nicht verdoppelt sind, zuerst Zeile ${firstRow}; sie werden als Text gelesen.`,
    lines_unwrapped: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile stand", other: "# Zeilen standen" })} als Ganzes in Anführungszeichen, zuerst Zeile ${firstRow}; die Zellen wurden getrennt.`,
    zeros_ignored: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} NUL-Zeichen, zuerst Zeile ${firstRow}; sie entfallen.`,
    text_garbled: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeichen sieht", other: "# Zeichen sehen" })} verstümmelt aus (wie „Ã¼“ statt „ü“), zuerst in Zeile ${firstRow}: Der Text wurde zweimal kodiert.`,
    text_mended: (count, firstRow, format) =>
      `${format.count(count, { one: "# verstümmeltes Zeichen wurde", other: "# verstümmelte Zeichen wurden" })} repariert, zuerst in Zeile ${firstRow}.`,
    formulas_unwrapped: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} Texte, die als Formel geschrieben sind (wie ="00123"), zuerst Zeile ${firstRow}; sie werden als Text gelesen.`,
    apostrophes_removed: (count, firstRow, format) =>
      `Apostrophe, die der Export vor die Werte gesetzt hat, wurden in ${rows(count, format)} entfernt, zuerst in Zeile ${firstRow}.`,
  },
};
