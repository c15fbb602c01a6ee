// The German texts of the card, with the keys of en.ts in the same order: a door of its own, so that only pages that want German load them.

import type { DamagedIds } from "../../csv/rows/damaged-ids.ts";
import type { ImportFailure } from "../../importer/state.ts";
import type { FailureWords } from "./en-first.ts";
import { type Format, toPlainText } from "./format.ts";
import type { Messages } from "./messages.ts";

const retryLater =
  "Warten Sie einen Moment und versuchen Sie es dann erneut. Datei und Einstellungen bleiben erhalten.";
const tellSupport = "Versuchen Sie es noch einmal. Tritt es wieder auf, senden Sie diese Meldung an den Support.";

const failures: Record<ImportFailure["code"], FailureWords> = {
  unauthenticated: {
    title: "Sie sind abgemeldet",
    advice:
      "Melden Sie sich in einem anderen Tab wieder an und versuchen Sie es dann hier erneut. Ihre Datei bleibt hier.",
  },
  forbidden: {
    title: "Ihnen fehlt die Berechtigung für diese Anwendung",
    advice:
      "Bitten Sie einen Inhaber der Anwendung um das Recht, Nutzer zu importieren, und versuchen Sie es dann erneut.",
  },
  "application-not-found": {
    title: "Die Anwendung wurde nicht gefunden",
    advice: "Prüfen Sie, ob im Portal das richtige Projekt ausgewählt ist.",
  },
  "source-not-found": {
    title: "Die Quelle wurde nicht gefunden",
    advice: "Vielleicht wurde sie anderswo gelöscht. Sehen Sie unter „Gespeicherte Quellen“ nach.",
  },
  "request-timeout": {
    title: "Das Hochladen hat zu lange gedauert",
    advice: "Es wurde nichts gespeichert. Versuchen Sie es erneut, möglichst mit einer schnelleren Verbindung.",
  },
  "import-in-progress": {
    title: "Ein anderer Import für diese Anwendung läuft gerade",
    advice: "Warten Sie, bis er beendet ist, und versuchen Sie es dann erneut.",
  },
  "source-deleted": {
    title: "Die Quelle dieses Imports wurde gelöscht",
    advice: "Gehen Sie zurück zur Vorschau und starten Sie erneut: Das ist dann ein neuer Import.",
  },
  "payload-too-large": {
    title: "Die Datei ist zu groß für den Server",
    advice: "Teilen Sie sie hier in kleinere Dateien auf und importieren Sie diese nacheinander.",
  },
  "too-many-users": {
    title: "Zu viele Nutzer für einen Import",
    advice: "Teilen Sie die Datei hier in kleinere auf und importieren Sie diese nacheinander.",
  },
  "invalid-request": {
    title: "Der Server hat die Anfrage nicht angenommen",
    advice: "Prüfen Sie den Namen der Quelle und die Spalten und starten Sie dann erneut.",
  },
  malformed: { title: "Der Server konnte die Anfrage nicht lesen", advice: tellSupport },
  "unsupported-media-type": { title: "Der Server akzeptiert das Format der Anfrage nicht", advice: tellSupport },
  "idempotency-key-reused": {
    title: "Der Server hat unter dieser Anfrage bereits einen anderen Import",
    advice: "Gehen Sie zurück zur Vorschau und starten Sie erneut: Das ist dann ein neuer Import.",
  },
  "rate-limited": {
    title: "Im Moment zu viele Anfragen",
    advice: "Der Server bittet um eine Pause. Versuchen Sie es danach erneut.",
  },
  internal: { title: "Beim Server ist ein Fehler aufgetreten", advice: retryLater },
  unavailable: { title: "Der Server ist gerade nicht verfügbar", advice: retryLater },
  network: {
    title: "Der Server ist nicht erreichbar",
    advice:
      "Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut. Datei und Einstellungen bleiben erhalten.",
  },
  timeout: { title: "Keine rechtzeitige Antwort", advice: "Möglicherweise arbeitet der Server noch daran." },
  unexpected_answer: {
    title: "Die Antwort war nicht die erwartete",
    advice:
      "Oft hat stattdessen eine Anmeldeseite oder ein Proxy geantwortet. Prüfen Sie, ob Sie angemeldet sind, und versuchen Sie es dann erneut.",
  },
  http: { title: "Der Server hat die Anfrage abgelehnt", advice: tellSupport },
  not_confirmed: {
    title: "Der Server hat das Löschen nicht bestätigt",
    advice: "Sehen Sie unter „Gespeicherte Quellen“ nach: Solange die Quelle dort steht, ist sie nicht gelöscht.",
  },
  dry_run_not_offered: {
    title: "Der Server bietet keinen Probelauf an",
    advice: "Es wurde nichts geändert.",
  },
  cancelled: {
    title: "Sie haben den Import abgebrochen",
    advice: "Auf die Antwort wird nicht mehr gewartet.",
  },
  unexpected: { title: "Etwas Unerwartetes ist passiert", advice: tellSupport },
};

const rows = (count: number, format: Format) => format.count(count, { one: "# Zeile", other: "# Zeilen" });
const columns = (count: number, format: Format) => format.count(count, { one: "# Spalte", other: "# Spalten" });

const months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

const exportAsText =
  "Exportieren Sie sie noch einmal als Text, aus dem System, das sie vergeben hat, und nicht über eine Tabellenkalkulation.";
const exportWithoutFormat = "Exportieren Sie sie noch einmal ohne Zahlenformat.";
const damagedIds: Record<DamagedIds["damage"], (id: string) => string> = {
  decimals: (id) => `sind als Dezimalzahlen geschrieben, wie ${id}`,
  exponents: (id) =>
    `wurden von einer Tabellenkalkulation oder einem anderen Programm gekürzt, wie ${id}, und haben ihre letzten Ziffern verloren`,
  groups: (id) => `enthalten Trennzeichen zwischen den Tausendern, wie ${id}`,
  rounded: (id) =>
    `wurden von einer Tabellenkalkulation oder einem anderen Programm gerundet, wie ${id}, und haben ihre letzten Ziffern verloren`,
  dates: (id) => `wurden von einer Tabellenkalkulation in Datumsangaben umgewandelt, wie ${id}`,
  errors: (id) => `wurden durch ein Fehlerzeichen einer Tabellenkalkulation ersetzt, wie ${id}`,
};

/** All texts in German: for the prop `messages`, together with `locale="de"`, "de-AT" or "de-CH". */
export const german: Messages = {
  card: {
    title: "Bestehende Nutzer importieren",
    lead: "Übernehmen Sie Ihre Nutzer aus einem CSV-Export. Sie werden anhand der E-Mail-Adresse bestehenden LoginSign-Konten zugeordnet.",
    downloadTemplate: "Vorlage herunterladen",
  },
  fields: {
    externalUserId: "Nutzer-ID",
    email: "E-Mail",
    name: "Name",
    registrationDate: "Registriert am",
    lastLoginDate: "Letzte Anmeldung",
  },
  help: {
    heading: "Häufige Fehler und Lösungen",
    entries: {
      columns: (format) =>
        `${format.strong("Fehlende Spalten.")} ${format.code("user_id")} und ${format.code("email")} sind erforderlich. Heißen sie in Ihrem Export anders, wählen Sie die Spalten in der Vorschau.`,
      emails: (format) =>
        `${format.strong("Ungültige E-Mail-Adressen.")} Jede Zeile braucht genau eine Adresse, zum Beispiel user.one@example.com.`,
      dates: (format) =>
        `${format.strong("Datumsangaben ohne ISO-Format.")} Schreiben Sie sie wie 2026-05-01 oder 2026-05-01T12:00:00Z.`,
      project: (format) =>
        `${format.strong("Falsches Projekt.")} Prüfen Sie, ob im Portal das Projekt ausgewählt ist, dessen Nutzer Sie importieren.`,
      grant: (format) =>
        `${format.strong("invalid_grant")} bei der Anmeldung: Starten Sie die Autorisierung neu und fordern Sie einen neuen Code an.`,
    },
  },
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
    privacyWithCheck:
      "Ihre Datei wird in diesem Browser gelesen. Vor einem Abgleich oder dem Import wird nichts gesendet.",
    size: (count, width, bytes, format) =>
      `${rows(count, format)} · ${columns(width, format)} · ${format.bytes(bytes)}`,
    pasted: "eingefügte Zeilen",
    facts: "So wurde die Datei gelesen",
    notices: "In der Datei aufgefallen",
  },
  refusals: {
    empty_file: {
      title: "Die Datei ist leer",
      advice: "Exportieren Sie Ihre Nutzer erneut oder beginnen Sie mit der Vorlage.",
    },
    no_rows: {
      title: "Die Datei hat eine Kopfzeile, aber keine Zeilen",
      advice: "Prüfen Sie den Filter Ihres Exports: Unter der Kopfzeile muss mindestens ein Nutzer stehen.",
    },
    nothing_left: {
      title: "Mit diesen Einstellungen hat die Datei keine Zeilen",
      advice:
        "Ihre letzte Auswahl wurde rückgängig gemacht. Wählen Sie eine andere Zeichenkodierung, ein anderes Trennzeichen oder eine andere Kopfzeile.",
    },
    file_too_large: {
      title: (bytes, limit, format) =>
        `Die Datei hat ${format.bytes(bytes)}. Die Obergrenze ist ${format.bytes(limit)}`,
      advice: (estimated, format) =>
        `Sie enthält etwa ${rows(estimated, format)}, zu viele für einen Browser. Importieren Sie sie mit der Kommandozeile: ${format.code("npx import-existing-users sync")}. Oder verwenden Sie hier die ersten Zeilen.`,
    },
    too_many_rows: {
      title: (count, limit, estimated, format) =>
        `Die Datei hat ${estimated ? "etwa " : ""}${rows(count, format)}. Die Obergrenze ist ${format.number(limit)}`,
      advice: "Importieren Sie alle in Teilen nacheinander oder nur die ersten Zeilen. Oder teilen Sie die Datei auf.",
      parts: (count, estimated, format) =>
        estimated
          ? format.count(count, { one: "In etwa # Teil importieren", other: "In etwa # Teilen importieren" })
          : format.count(count, { one: "In # Teil importieren", other: "In # Teilen importieren" }),
      action: (limit, format) => `Die ersten ${format.number(limit)} Zeilen verwenden`,
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
        vcard: "eine vCard-Datei",
        ldif: "eine LDIF-Datei",
        sql: "ein SQL-Skript",
        document: "ein Text ohne Tabelle",
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
    workbook_unreadable: {
      damaged: {
        title: "Die Excel-Arbeitsmappe konnte nicht gelesen werden",
        advice:
          "Sie ist beschädigt, mit einem Passwort geschützt oder keine .xlsx-Datei. Öffnen Sie sie und speichern Sie sie erneut als .xlsx oder als CSV UTF-8.",
      },
      too_large: {
        title: "Die Excel-Arbeitsmappe ist entpackt zu groß",
        advice:
          "Löschen Sie Blätter und Spalten, die nicht gebraucht werden, oder speichern Sie das Blatt mit Ihren Nutzern als CSV UTF-8.",
      },
      no_sheet: {
        title: "Die Excel-Arbeitsmappe hat kein Blatt mit Zeilen",
        advice:
          "Alle sichtbaren Blätter sind leer. Prüfen Sie, auf welchem Blatt Ihre Nutzer stehen, und blenden Sie es ein, falls es ausgeblendet ist.",
      },
    },
    several_files: {
      title: (count, format) => `Sie haben ${format.number(count)} Dateien abgelegt`,
      advice: "Wählen Sie eine Datei. Jeder Import liest genau eine Datei.",
    },
    reader_not_loaded: {
      title: "Das Lesemodul konnte nicht geladen werden",
      advice:
        "Prüfen Sie Ihre Verbindung und wählen Sie die Datei noch einmal aus. Hilft das nicht, laden Sie die Seite neu.",
    },
    stillShown: (file) => `${toPlainText(file)} steht mit Ihren Angaben weiterhin unten.`,
    not_a_file: { title: "Das war keine Datei", advice: "Legen Sie hier eine CSV-Datei ab oder wählen Sie eine aus." },
  },
  split: {
    action: (files, format) => format.count(files, { one: "In # Datei aufteilen", other: "In # Dateien aufteilen" }),
    downloads: (files, format) => format.count(files, { one: "# Download", other: "# Downloads" }),
    working: "Die Datei wird aufgeteilt …",
    done: (parts, format) =>
      `${format.count(parts, { one: "# Datei wurde", other: "# Dateien wurden" })} in Ihren Downloads gespeichert. Importieren Sie sie nacheinander.`,
    failed: "Die Datei konnte nicht aufgeteilt werden. Wählen Sie sie noch einmal aus.",
    partName: (file, part) => `${file} Teil ${part}`,
  },
  report: {
    copy: "Diagnosebericht kopieren",
    hint: "Für den Support: wie die Datei gelesen wurde. Enthält keine Zeilen.",
    copied: "Kopiert",
    saved: "Kopieren ist hier nicht erlaubt, daher wurde der Bericht in Ihren Downloads gespeichert.",
    fileName: (file) => `${file} Diagnosebericht`,
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
      "windows-1255": "Windows-1255, Hebräisch",
      "windows-1256": "Windows-1256, Arabisch",
      "windows-1257": "Windows-1257, Baltisch",
      "windows-1258": "Windows-1258, Vietnamesisch",
      "windows-874": "Windows-874, Thailändisch",
      ibm437: "DOS 437, USA",
      ibm850: "DOS 850, Westeuropa",
      ibm852: "DOS 852, Mitteleuropa",
      ibm866: "DOS 866, Kyrillisch",
      "koi8-r": "KOI8-R, Kyrillisch",
      "koi8-u": "KOI8-U, Kyrillisch",
      macintosh: "Mac Roman",
      "x-mac-cyrillic": "Mac Kyrillisch",
      shift_jis: "Shift JIS, Japanisch",
      "euc-jp": "EUC-JP, Japanisch",
      gb18030: "GB 18030, Chinesisch",
      big5: "Big5, Chinesisch",
      "euc-kr": "EUC-KR, Koreanisch",
    },
    reasons: {
      chosen: "von Ihnen gewählt",
      text: "eingefügt oder als Text gelesen",
      byte_order_mark: "steht so am Anfang der Datei",
      ascii: "nur einfache Buchstaben, jede Kodierung passt",
      valid_utf8: "alle Zeichen sind gültiges UTF-8",
      mostly_utf8: (characters, damaged, format) =>
        `${format.count(characters, { one: "# Zeichen ist", other: "# Zeichen sind" })} gültiges UTF-8, ${format.count(damaged, { one: "# Byte ist", other: "# Bytes sind" })} beschädigt`,
      letters_fit: (language, share, runnerUp, format) =>
        `vermutet: ${format.percent(share)} der Sonderzeichen passen zu ${language}, sonst am ehesten ${runnerUp}`,
      zero_bytes: "vermutet: Jedes zweite Byte ist null",
      not_utf8: (runnerUp) =>
        `kein UTF-8, daher vermutet: Bitte prüfen Sie die Umlaute und Akzente${runnerUp === null ? "" : `, sonst am ehesten ${runnerUp}`}`,
    },
    sample: (text, row) => `Zeile ${row}: „${text}“`,
    sampleDoubted: (text, row) => `Zeile ${row}: „${text}“ – sieht das richtig aus?`,
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
    runnerUp: (reason, name) => `${reason}, sonst am ehesten ${name}`,
  },
  sheet: {
    label: "Blatt",
    sheets: (count, format) =>
      `von ${format.count(count, { one: "# Blatt in dieser Excel-Arbeitsmappe", other: "# Blättern in dieser Excel-Arbeitsmappe" })}`,
    hidden: (name) => `${name} (ausgeblendet)`,
  },
  headerRow: {
    label: "Kopfzeile",
    row: (row, sample) => (sample.length === 0 ? `Zeile ${row}` : `Zeile ${row}: ${sample.join(", ")}`),
    none: "Keine Kopfzeile",
    reasons: {
      chosen: "von Ihnen gewählt",
      known_names: (names, format) => `bekannte Spaltennamen: ${format.list(names)}`,
      unlike_rows_below: "hier Wörter, darunter Werte",
      words_only: "enthält nur Wörter",
      holds_value: (value) => `Zeile 1 enthält Daten, zum Beispiel ${value}`,
    },
    runnerUp: (reason, row) => `${reason}, sonst am ehesten Zeile ${row}`,
  },
  notices: {
    extras_not_loaded: {
      languages:
        "Spaltennamen in anderen Sprachen konnten nicht erkannt werden, weil ein Teil dieser Seite nicht geladen werden konnte. Ordnen Sie diese Spalten selbst zu, oder wählen Sie die Datei noch einmal aus, wenn Sie online sind.",
      encodings:
        "Die Zeichenkodierung konnte nicht ermittelt werden, weil ein Teil dieser Seite nicht geladen werden konnte. Prüfen Sie die Buchstaben in den Namen, und wählen Sie eine andere Kodierung, wenn sie falsch sind.",
      dates:
        "Datumsangaben mit Wörtern, Zeitzonen oder Jahren anderer Kalender können gerade nicht gelesen werden, weil ein Teil dieser Seite nicht geladen werden konnte. Wählen Sie die Datei noch einmal aus, wenn Sie online sind.",
    },
    characters_damaged: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeichen war", other: "# Zeichen waren" })} nicht lesbar${
        firstRow === null ? "" : `, zuerst in Zeile ${firstRow}`
      }. Versuchen Sie eine andere Zeichenkodierung.`,
    added_columns: (headers, format) =>
      `Diese Datei wurde hier schon einmal gespeichert. ${format.list(headers)} ${format.count(headers.length, { one: "kam", other: "kamen" })} dabei hinzu und ${format.count(headers.length, { one: "wird", other: "werden" })} ignoriert.`,
    headers_decoded: (shown, count, format) =>
      `${format.count(count, { one: "# beschädigter Spaltenname wird", other: "# beschädigte Spaltennamen werden" })} ohne den Schaden gelesen${count > shown.length ? ", zum Beispiel" : ":"} ${format.list(shown.map(({ written, read }) => `„${written}“ als „${read}“`))}. In Downloads ${format.count(count, { one: "steht der Name", other: "stehen die Namen" })} der Datei.`,
    rows_skipped: (count, format) =>
      format.count(count, {
        one: "# Zeile über der Kopfzeile wurde übersprungen.",
        other: "# Zeilen über der Kopfzeile wurden übersprungen.",
      }),
    headers_skipped: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile unter der Kopfzeile gehört", other: "# Zeilen unter der Kopfzeile gehören" })} dazu und ${format.count(count, { one: "wird", other: "werden" })} übersprungen, zuerst Zeile ${firstRow}.`,
    rows_over_limit: (count, limit, estimated, { firstRow, lastRow }, format) =>
      `Von ${estimated ? "etwa " : ""}${rows(count, format)} werden jetzt nur ${format.number(limit)} importiert. ${
        lastRow === null
          ? `Alle ab Zeile ${format.number(firstRow)}`
          : lastRow === firstRow
            ? `Zeile ${format.number(firstRow)}`
            : `Die Zeilen ${format.number(firstRow)} bis ${format.number(lastRow)}`
      } können Sie danach importieren.`,
    rows_before: (count, fromRow, format) =>
      `${format.count(count, { one: "# Zeile", other: "# Zeilen" })} vor Zeile ${format.number(fromRow)} ${format.count(count, { one: "gehört", other: "gehören" })} nicht zu diesem Import.`,
    rows_short: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} weniger Zellen als die Kopfzeile, zuerst in Zeile ${firstRow}. Die fehlenden Zellen gelten als leer.`,
    rows_long: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} mehr Zellen als die Kopfzeile, zuerst in Zeile ${firstRow}. Dort wurde wohl ein Wert an einem Trennzeichen geteilt. Zeilen, in denen ein Feld abgeschnitten sein kann, sind als Problem markiert und werden zurückgehalten.`,
    rows_joined: (count, firstRow, format) =>
      `In ${rows(count, format)} wurden die Zellen eines geteilten Werts verbunden, zuerst in Zeile ${firstRow}.`,
    rows_cut: (count, firstRow, format) =>
      `In ${rows(count, format)} werden die überzähligen Zellen ignoriert, zuerst in Zeile ${firstRow}.`,
    row_names: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} eine Zelle mehr als die Kopfzeile, zuerst in Zeile ${firstRow}. Die ersten Zellen gelten als Spalte ohne Namen.`,
    quotes_malformed: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} Anführungszeichen, die nicht verdoppelt sind, zuerst in Zeile ${firstRow}. Sie werden als Text gelesen.`,
    lines_unwrapped: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile stand", other: "# Zeilen standen" })} als Ganzes in Anführungszeichen, zuerst Zeile ${firstRow}. Die Zellen wurden getrennt.`,
    zeros_ignored: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} NUL-Zeichen, zuerst in Zeile ${firstRow}. Sie werden ignoriert.`,
    text_garbled: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} doppelt kodierte Buchstaben (wie „Ã¼“ statt „ü“), zuerst in Zeile ${firstRow}.`,
    text_mended: (count, firstRow, format) =>
      `Doppelt kodierte Buchstaben wurden in ${rows(count, format)} repariert, zuerst in Zeile ${firstRow}.`,
    entities_found: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} HTML-Codes (wie „&#039;“ statt „'“), zuerst in Zeile ${firstRow}.`,
    entities_decoded: (count, firstRow, format) =>
      `HTML-Codes wurden in ${rows(count, format)} ersetzt, zuerst in Zeile ${firstRow}.`,
    bytes_found: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} Texte, die als Python-Bytes geschrieben sind (wie „b'Ada'“), zuerst in Zeile ${firstRow}.`,
    bytes_decoded: (count, firstRow, format) =>
      `Als Python-Bytes geschriebene Texte wurden in ${rows(count, format)} ersetzt, zuerst in Zeile ${firstRow}.`,
    codes_found: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} Codes anstelle von Buchstaben (wie „J\\u00fcrgen“ oder „J%C3%BCrgen“), zuerst in Zeile ${firstRow}.`,
    codes_decoded: (count, firstRow, format) =>
      `Codes anstelle von Buchstaben wurden in ${rows(count, format)} ersetzt, zuerst in Zeile ${firstRow}.`,
    letters_lost: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} Fragezeichen anstelle von Buchstaben (wie „J?rgen“), zuerst in Zeile ${firstRow}. Die Buchstaben gingen beim Export verloren: Exportieren Sie noch einmal als UTF-8.`,
    formulas_unwrapped: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zeile enthält", other: "# Zeilen enthalten" })} Werte, die als Formel geschrieben sind (wie ="00123"), zuerst in Zeile ${firstRow}. Sie werden als Text gelesen.`,
    sheets_hidden: (names, format) =>
      `${format.count(names.length, { one: "# ausgeblendetes Blatt wurde", other: "# ausgeblendete Blätter wurden" })} nicht gelesen: ${format.list(names.map(format.code))}.`,
    numbers_padded: ({ count, firstRow, examples: [first], read }, format) =>
      `${format.count(count, { one: "# Zahl wird", other: "# Zahlen werden" })} mit führenden Nullen oder anderen Zeichen angezeigt, die nicht gespeichert sind, zuerst in Zeile ${firstRow}: ${format.code(first?.shown ?? "")} ist als ${format.code(first?.stored ?? "")} gespeichert. Gelesen ${format.count(count, { one: "wird sie", other: "werden sie" })} wie ${read === "shown" ? "angezeigt" : "gespeichert"}.`,
    numbers_rounded: (count, firstRow, format) =>
      `${format.count(count, { one: "# Zahl hat", other: "# Zahlen haben" })} mehr als 15 Stellen, zuerst in Zeile ${firstRow}. Excel hat die letzten Stellen verändert. Wenn es Nutzer-IDs sind, exportieren Sie sie erneut als Text.`,
    formulas_empty: (count, firstRow, format) =>
      `${format.count(count, { one: "# Formel hat", other: "# Formeln haben" })} keinen gespeicherten Wert, zuerst in Zeile ${firstRow}. Sie ${format.count(count, { one: "gilt", other: "gelten" })} als leer. Öffnen Sie die Arbeitsmappe in Excel und speichern Sie sie erneut.`,
    apostrophes_removed: (count, firstRow, format) =>
      `Führende Apostrophe aus dem Export wurden in ${rows(count, format)} entfernt, zuerst in Zeile ${firstRow}.`,
    quotes_removed: (count, firstRow, format) =>
      `Anführungszeichen um alle Werte wurden in ${rows(count, format)} entfernt, zuerst in Zeile ${firstRow}.`,
  },
  mapping: {
    label: "Spalten",
    field: "Feld",
    column: "Spalte in Ihrer Datei",
    values: "Erste Werte",
    how: "Grund",
    required: "erforderlich",
    optional: "optional",
    notInFile: "Nicht in dieser Datei",
    choose: "Spalte wählen",
    unnamedColumn: (column, format) => `Spalte ${format.number(column)} (ohne Namen)`,
    repeatedColumn: (header, column, format) => `${header} (Spalte ${format.number(column)})`,
    emptyValues: "keine Werte",
    auto: "automatisch",
    guessed: "vermutet",
    you: "von Ihnen gesetzt",
    recognised: (columns, left, format) =>
      format.count(
        columns,
        left > 0
          ? { one: "Feld erkannt", other: "Alle # Felder erkannt" }
          : { one: "Spalte erkannt", other: "Alle # Spalten erkannt" },
      ),
    change: "Ändern",
    ignored: (headers, format) => `Nicht verwendet: ${headers.map(format.code).join(", ")}`,
    ignoredMore: (count, format) => format.count(count, { one: "und # weitere", other: "und # weitere" }),
    taken: (header, from, by) => `${header} wird jetzt für ${by} verwendet. ${from} braucht eine Spalte.`,
    missing: "Erforderliche Spalten fehlen",
    missingField: (field) => `Spalte für ${field} wählen`,
    empty: "Erforderliche Spalten sind leer",
    emptyField: (field, header) => `${field} wird aus ${header} gelesen. Diese Spalte ist leer`,
    reasons: {
      alias: "bekannter Spaltenname",
      known_name: "bekannter Spaltenname (andere Systeme)",
      alternatives: (headers, format) => `bekannter Spaltenname, auch möglich: ${format.list(headers)}`,
      doubted: (header) => `${header} ist ein bekannter Spaltenname, aber die Werte passen nicht: bitte prüfen`,
      unreadDates: (header) =>
        `${header} ist ein bekannter Spaltenname, aber die Datumsangaben darin sind nicht lesbar: bitte prüfen`,
      values: {
        externalUserId: (share, format) => `${format.percent(share)} der Werte sehen wie IDs aus`,
        email: (share, format) => `${format.percent(share)} der Werte sind E-Mail-Adressen`,
        name: (share, format) => `${format.percent(share)} der Werte sehen wie Namen aus`,
        registrationDate: (share, format) => `${format.percent(share)} der Werte sind Datumsangaben`,
        lastLoginDate: (share, format) => `${format.percent(share)} der Werte sind Datumsangaben`,
      },
      similar_name: () => "ähnlicher Name, und die Werte passen",
      unique_values: (of, format) =>
        `keine ID-Spalte gefunden, hier ${format.count(of, { one: "kommt der Wert", other: "kommen alle # Werte" })} nur einmal vor`,
      earlier: (share, format) => `in ${format.percent(share)} der Zeilen das frühere Datum`,
      later: (share, format) => `in ${format.percent(share)} der Zeilen das spätere Datum`,
      usernames: (headers, format) => `keine ID-Spalte gefunden, möglich wäre ${format.list(headers)}`,
      guide_order: "in der Reihenfolge der Vorlage",
      no_match: "keine passende Spalte gefunden",
      ambiguous: (headers, format) => `mehrere Spalten passen: ${format.list(headers)}`,
      doubtful_emails: {
        header: (headers, _matching, _of, format) =>
          `${format.list(headers)}: E-Mail-Adressen, aber der Spaltenname sagt nicht, von wem`,
        repeated: (headers, matching, of, format) =>
          `${format.list(headers)}: nur ${format.count(matching, { one: "# E-Mail-Adresse", other: "# verschiedene E-Mail-Adressen" })} in ${format.number(of)} Zeilen, vielleicht die einer anderen Person`,
        few: (headers, matching, of, format) =>
          `${format.list(headers)}: ${format.number(matching)} von ${format.number(of)} Werten sind E-Mail-Adressen`,
      },
      unfit_values: {
        externalUserId: (header) => `${header} ist ein bekannter Spaltenname, aber die Werte sind keine IDs`,
        email: (header) => `${header} ist ein bekannter Spaltenname, aber die Werte sind keine E-Mail-Adressen`,
        name: (header) => `${header} ist ein bekannter Spaltenname, aber die Werte sind keine Personennamen`,
        registrationDate: (header) =>
          `${header} ist ein bekannter Spaltenname, aber die Datumsangaben sind nicht lesbar`,
        lastLoginDate: (header) => `${header} ist ein bekannter Spaltenname, aber die Datumsangaben sind nicht lesbar`,
      },
      left: "leer gelassen",
      empty: "die Spalte ist leer",
    },
  },
  memory: {
    tag: "gemerkt",
    reason: (day) => `wie Sie es am ${day} bestätigt haben`,
    note: (day) => `Gemerkte Zuordnung vom ${day}`,
    forget: "Vergessen",
    heading: (count, format) => `Gemerkte Zuordnungen (${format.number(count)})`,
    about:
      "Für die nächste Datei mit denselben Spaltennamen. Gemerkt werden nur die Positionen der Spalten und der Name der Quelle, nie Spaltennamen, Werte oder Zeilen.",
    none: "Noch nichts gemerkt. Eine Zuordnung, die Sie ändern oder bestätigen, wird gemerkt, wenn Sie den Import starten.",
    list: "Gemerkte Zuordnungen",
    entry: (name, day, format) => `${format.strong(name)}, bestätigt am ${day}`,
    column: (field, column, format) => `${field}: Spalte ${format.number(column)}`,
    joined: (field, columns, format) => `${field}: Spalten ${format.list(columns.map(format.number))}`,
    fromEmail: (field, email) => `${field}: ${email}`,
    forgetAll: "Alle vergessen",
  },
  dates: {
    formats: {
      iso: "ISO-Datum",
      year_month_day: "Jahr, Monat, Tag",
      day_month_year: "Tag, Monat, Jahr",
      month_day_year: "Monat, Tag, Jahr",
      month_name: "Datum mit Monatsnamen",
      croatian_month_name: "Datum mit kroatischem Monatsnamen",
      compact: "Jahr, Monat, Tag ohne Trennzeichen",
      epoch_seconds: "Sekunden seit 1970",
      epoch_milliseconds: "Millisekunden seit 1970",
      epoch_microseconds: "Mikrosekunden seit 1970",
      epoch_nanoseconds: "Nanosekunden seit 1970",
      filetime: "Windows-Zeit (FILETIME)",
      excel_serial: "Datumszahl aus Excel",
      excel_serial_1904: "Datumszahl aus Excel, ab 1904 gezählt",
      buddhist_year_month_day: "Jahr, Monat, Tag, thailändischer Kalender",
      buddhist_day_month_year: "Tag, Monat, Jahr, thailändischer Kalender",
      buddhist_month_day_year: "Monat, Tag, Jahr, thailändischer Kalender",
      buddhist_month_name: "Datum mit Monatsnamen, thailändischer Kalender",
      jalali_year_month_day: "Jahr, Monat, Tag, persischer Kalender",
      jalali_day_month_year: "Tag, Monat, Jahr, persischer Kalender",
      jalali_month_day_year: "Monat, Tag, Jahr, persischer Kalender",
      jalali_month_name: "Datum mit Monatsnamen, persischer Kalender",
      hijri_year_month_day: "Jahr, Monat, Tag, islamischer Kalender",
      hijri_day_month_year: "Tag, Monat, Jahr, islamischer Kalender",
      hijri_month_day_year: "Monat, Tag, Jahr, islamischer Kalender",
      hijri_month_name: "Datum mit Monatsnamen, islamischer Kalender",
    },
    question: (value, formatName, matching, of, format) =>
      `${format.code(value)} wird so gelesen: ${formatName}. ${
        matching === of
          ? format.count(of, { one: "Den Wert umwandeln?", other: "Alle # Werte umwandeln?" })
          : `${format.number(matching)} von ${format.number(of)} Werten umwandeln? Die übrigen bleiben, wie sie sind.`
      }`,
    ambiguous: (value, row, format) =>
      `${format.code(value)} in Zeile ${row} kann zwei verschiedene Tage bedeuten, und keine andere Zeile klärt es. Welcher ist gemeint?`,
    converted: (matching, formatName, format) =>
      `${format.count(matching, { one: "# Wert", other: "# Werte" })} umgewandelt. Gelesen als: ${formatName}.`,
    left: "Unverändert gelassen: Datumsangaben ohne ISO-Format werden als Problem gemeldet.",
    convert: "Umwandeln",
    leave: "Unverändert lassen",
    undo: "Rückgängig",
    proof: "Beispiele",
    proofRow: (row) => `Zeile ${row}`,
    becomes: "wird zu",
    reading: (day, formatName) => `${day} (${formatName})`,
    about: "Datumsangaben in anderem Format",
    convertBoth: "Beide Datumsspalten umwandeln",
    both: "Die andere Datumsspalte wird ebenso gelesen.",
    checks: {
      about: "Datumsangaben, die kein Datum bedeuten",
      placeholders: (texts, count, firstRow, format) =>
        `${texts.map(format.code).join(", ")} ${format.count(texts.length, { one: "steht", other: "stehen" })} in ${format.count(count, { one: "# Zelle", other: "# Zellen" })}, zuerst in Zeile ${firstRow}. Programme schreiben das, wenn kein Datum bekannt ist. Als leer behandeln?`,
      future: (field, value, count, firstRow, format) =>
        `${format.count(count, { one: "# Datumsangabe", other: "# Datumsangaben" })} in ${field} ${format.count(count, { one: "liegt", other: "liegen" })} in der Zukunft, zuerst ${format.code(value)} in Zeile ${firstRow}. Prüfen Sie die Spalte und ihr Format.`,
      early: (field, value, count, firstRow, format) =>
        `${format.count(count, { one: "# Datumsangabe", other: "# Datumsangaben" })} in ${field} ${format.count(count, { one: "liegt", other: "liegen" })} vor 1990, zuerst ${format.code(value)} in Zeile ${firstRow}. Prüfen Sie die Spalte und ihr Format.`,
      login_before_registration: (count, firstRow, format) =>
        `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} eine letzte Anmeldung vor der Registrierung, zuerst Zeile ${firstRow}. Prüfen Sie, ob die beiden Spalten vertauscht sind.`,
      zone_of_header: (field, zone) => `${field}: Uhrzeiten werden als ${zone} gelesen, wie es in der Kopfzeile steht.`,
      no_zone: "Uhrzeiten ohne Zeitzone werden als UTC gelesen.",
    },
  },
  repairs: {
    email: {
      about: "E-Mail-Adressen, die sich reparieren lassen",
      offer: ({ count, of, firstRow }, format) =>
        `${format.count(count, { one: "# E-Mail-Adresse lässt", other: "# E-Mail-Adressen lassen" })} sich reparieren, zuerst in Zeile ${firstRow}: Jede Zelle enthält genau eine Adresse.${
          of === count
            ? ""
            : ` ${format.count(of - count, { one: "# anderes Problem bleibt", other: "# andere Probleme bleiben" })} wie in der Datei.`
        }`,
      done: (count, format) =>
        `${format.count(count, { one: "# E-Mail-Adresse", other: "# E-Mail-Adressen" })} repariert.`,
      left: "Unverändert gelassen: Sie werden als Problem gemeldet.",
    },
    name: {
      about: "Namen mit dem Nachnamen vorn",
      offer: ({ count, of }, format) =>
        `${
          count === of
            ? format.count(of, { one: "Der Name hat", other: "Alle # Namen haben" })
            : `${format.number(count)} von ${format.number(of)} Namen haben`
        } die Form „Nachname, Vorname“. In Konten steht der Vorname vorn, diese Namen würden also nicht passen. Reihenfolge tauschen?`,
      done: (count, format) =>
        `${format.count(count, { one: "# Name", other: "# Namen" })} getauscht. Der Vorname steht jetzt vorn.`,
      left: "Unverändert gelassen: Namen in anderer Reihenfolge als im Konto werden als Abweichung gemeldet.",
    },
    domain: {
      about: (from) => `Vertippte Domain ${from}`,
      offer: ({ from, to, count, firstRow }, format) =>
        `${format.count(count, { one: "# E-Mail-Adresse endet", other: "# E-Mail-Adressen enden" })} auf ${format.code(from)}, zuerst in Zeile ${firstRow}. Gemeint ist vermutlich ${format.code(to)}. Domain ersetzen?`,
      done: (from, to, count, format) =>
        `${format.code(from)} durch ${format.code(to)} ersetzt, in ${format.count(count, { one: "# E-Mail-Adresse", other: "# E-Mail-Adressen" })}.`,
      left: (from, format) => `${format.code(from)} bleibt unverändert.`,
    },
    damage: {
      about: {
        mojibake: "Doppelt kodierte Buchstaben",
        entities: "HTML-Codes in Texten",
        bytes: "Als Python-Bytes geschriebene Texte",
        codes: "Codes anstelle von Buchstaben",
      },
      columns: (names, count, format) =>
        count > names.length
          ? `In ${format.number(count)} Spalten, etwa in ${format.code(names[0] ?? "")}.`
          : `In den Spalten ${format.list(names.map(format.code))}.`,
      left: "Unverändert gelassen: Die Texte werden importiert, wie sie in der Datei stehen.",
    },
    longRows: {
      about: { split: "Am Trennzeichen geteilte Werte", extra: "Zeilen mit überzähligen Zellen" },
      offer: {
        split: (count, firstRow, format) =>
          `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} mehr Zellen als die Kopfzeile, zuerst in Zeile ${firstRow}. In jeder kann nur ein Wert am Trennzeichen geteilt worden sein. Seine Zellen verbinden? Bis dahin werden Zeilen, in denen ein Feld abgeschnitten sein kann, zurückgehalten.`,
        extra: (count, firstRow, format) =>
          `${format.count(count, { one: "# Zeile hat", other: "# Zeilen haben" })} mehr Zellen als die Kopfzeile, zuerst in Zeile ${firstRow}. Welcher Wert geteilt wurde, ist nicht sicher. Zeilen, in denen ein Feld abgeschnitten sein kann, werden zurückgehalten.`,
      },
      join: "Zellen verbinden",
      cut: "Überzählige Zellen ignorieren",
      left: "Unverändert gelassen: Zeilen, in denen ein Feld abgeschnitten sein kann, sind als Problem markiert und werden zurückgehalten.",
    },
    padded: {
      about: "Zahlen, die anders angezeigt werden",
      stored: "Wie gespeichert lesen",
    },
    apply: "Anwenden",
    leave: "Unverändert lassen",
    undo: "Rückgängig",
  },
  names: {
    offer: (parts, format) =>
      `Keine Spalte enthält den vollen Namen. ${parts.map(format.code).join(" + ")} lassen sich verbinden.`,
    done: (parts, sample, format) =>
      `Verbunden: ${parts.map(format.code).join(" + ")}${sample === "" ? "" : `, etwa zu ${format.code(sample)}`}.`,
    option: (parts) => parts.join(" + "),
    about: "Verbundene Namen",
    several: "Mehrere Spalten verbinden …",
    part: (place) => `Teil ${place} des Namens`,
    noPart: "Keine",
    join: (parts, field) => `${parts.join(" + ")} verbinden → ${field}`,
    left: (field) => `Unverändert gelassen. ${field} bleibt leer, wenn Sie keine Spalte wählen.`,
    reason: "aus mehreren Spalten verbunden",
  },
  usernames: {
    about: "Nutzernamen als Nutzer-ID",
    offer: (headers, field, format) =>
      `Keine Spalte für ${field} gefunden. Wenn Ihr System Personen an ${headers.map(format.code).join(" / ")} erkennt, kann diese Spalte dienen. Ihre Werte dürfen sich nie ändern.`,
    use: (header, field) => `${header} als ${field} verwenden`,
    done: (header, field, format) => `${format.code(header)} wird als ${field} verwendet.`,
    undo: "Rückgängig",
  },
  emailId: {
    about: "E-Mail als Nutzer-ID",
    offer: (header, field, format) =>
      `Keine Spalte für ${field} gefunden. ${format.code(header)} kann auch die ${field} sein. Sie wird einmal gespeichert und ändert sich nicht mehr: Wer später eine andere E-Mail-Adresse hat, behält die alte als ${field}.`,
    use: (header, field) => `${header} auch als ${field} verwenden`,
    done: (header, field, format) =>
      `${format.code(header)} wird auch als ${field} verwendet, in Kleinbuchstaben, und ändert sich später nicht mehr.`,
    option: "Die E-Mail",
    reason: "die E-Mail, von Ihnen gewählt",
    left: (field) => `Die E-Mail wird nicht verwendet. Wählen Sie eine Spalte für ${field}.`,
  },
  damagedIds: {
    about: "Beschädigte Nutzer-IDs",
    found: ({ damage, count, of, firstRow, text, equal }, format) =>
      `${format.number(count)} von ${format.number(of)} Nutzer-IDs ${damagedIds[damage](format.code(text))}, zuerst in Zeile ${firstRow}.${
        equal === 0 ? "" : ` ${format.count(equal, { one: "# gleicht", other: "# gleichen" })} einer früheren.`
      } Sie bleiben, wie sie sind. ${damage === "groups" ? exportWithoutFormat : exportAsText}`,
  },
  emails: {
    about: "Spalte für die E-Mail",
    offer: (headers, format) =>
      `In welcher Spalte steht die eigene E-Mail-Adresse des Nutzers? Gefunden: ${format.list(headers.map(format.code))}.`,
  },
  unreachable: {
    about: {
      masked: "Unkenntlich gemachte E-Mail-Adressen",
      no_mail: "E-Mail-Adressen, die keine Post empfangen",
      mixed_letters: "Buchstaben zweier Alphabete in einer E-Mail-Adresse",
      placeholder: "Platzhalter anstelle von E-Mail-Adressen",
    },
    found: {
      masked: (email, count, firstRow, format) =>
        `${format.count(count, { one: "# E-Mail-Adresse ist", other: "# E-Mail-Adressen sind" })} unkenntlich gemacht, zuerst ${format.code(email)} in Zeile ${firstRow}.`,
      no_mail: (email, count, firstRow, format) =>
        `${format.count(count, { one: "# E-Mail-Adresse empfängt", other: "# E-Mail-Adressen empfangen" })} keine Post, zuerst ${format.code(email)} in Zeile ${firstRow}.`,
      mixed_letters: (email, count, firstRow, format) =>
        `${format.count(count, { one: "# E-Mail-Adresse hat", other: "# E-Mail-Adressen haben" })} ein Wort mit gleich aussehenden Buchstaben zweier Alphabete, zuerst ${format.code(email)} in Zeile ${firstRow}.`,
      placeholder: (email, count, firstRow, format) =>
        `${format.count(count, { one: "# E-Mail-Adresse ist ein Platzhalter, der niemandem gehört", other: "# E-Mail-Adressen sind Platzhalter, die niemandem gehören" })}, zuerst ${format.code(email)} in Zeile ${firstRow}.`,
    },
    question: (count, format) =>
      count === 1
        ? `Wahrscheinlich hat kein Konto diese Adresse, und die Zeile würde als ${format.code("not_found")} gemeldet. Korrigieren Sie die Adresse in der Datei oder lassen Sie die Zeile aus.`
        : `Wahrscheinlich hat kein Konto eine dieser Adressen, und die Zeilen würden als ${format.code("not_found")} gemeldet. Korrigieren Sie die Adressen in der Datei oder lassen Sie die Zeilen aus.`,
    leaveOut: (rows, format) => format.count(rows, { one: "# Zeile auslassen", other: "# Zeilen auslassen" }),
    done: (rows, format) => format.count(rows, { one: "# Zeile ausgelassen.", other: "# Zeilen ausgelassen." }),
    left: (rows, format) =>
      `${format.count(rows, { one: "# Zeile wird", other: "# Zeilen werden" })} mitgesendet und wahrscheinlich als ${format.code("not_found")} gemeldet.`,
  },
  duplicates: {
    about: "Wiederholte E-Mail-Adressen",
    offer: (count, format) =>
      `${format.count(count, { one: "# Zeile wiederholt", other: "# Zeilen wiederholen" })} die E-Mail-Adresse einer früheren Zeile. Wird die erste importiert, gilt die zweite als bereits verbunden: Nur ihre Datumsangaben können noch etwas ändern.`,
    done: (count, format) =>
      format.count(count, { one: "# doppelte Zeile ausgelassen.", other: "# doppelte Zeilen ausgelassen." }),
    left: (count, format) =>
      `${format.count(count, { one: "# doppelte Zeile wird", other: "# doppelte Zeilen werden" })} mitgesendet und ${format.count(count, { one: "gilt", other: "gelten" })} als bereits verbunden, wenn die erste Zeile importiert wird.`,
    idsAbout: "Wiederholte Nutzer-IDs",
    ids: (count, format) =>
      `${format.count(count, { one: "# Zeile wiederholt", other: "# Zeilen wiederholen" })} die Nutzer-ID einer früheren Zeile mit anderer E-Mail-Adresse. Jede wird mit ihrem eigenen Konto verbunden, mit derselben Nutzer-ID.`,
  },
  empty: {
    about: "Platzhalter für leere Werte",
    offer: (texts, count, firstRow, format) =>
      `${texts.map(format.code).join(", ")} ${format.count(texts.length, { one: "steht", other: "stehen" })} in ${format.count(count, { one: "# Zelle", other: "# Zellen" })}, zuerst in Zeile ${firstRow}. Als leer behandeln?`,
    read: "Als leer behandeln",
    done: (texts, format) => `Als leer behandelt: ${texts.map(format.code).join(", ")}.`,
    nothing: "leer",
    left: (texts, format) =>
      `Unverändert gelassen: ${texts.map(format.code).join(", ")}. In Datumsspalten sind sie ein Problem.`,
  },
  preview: {
    heading: "Vorschau und Spaltenzuordnung",
    lead: "Prüfen Sie, ob jedes Feld die richtige Spalte hat.",
    knownLater: (format) =>
      `Ob es zu jedem Nutzer ein Konto gibt (${format.code("not_found")}) und ob der Name übereinstimmt (${format.code("name_mismatch")}), zeigt erst der Import.`,
    knownByCheck: (format) =>
      `Ob es zu jedem Nutzer ein Konto gibt (${format.code("not_found")}) und ob der Name übereinstimmt (${format.code("name_mismatch")}), zeigt erst der Abgleich oder der Import.`,
    caption: "Vorschau der Zeilen",
    rawCaption: "Erste Zeilen der Datei",
    filter: "Zeilen anzeigen",
    causes: "Zeilen nach Problem anzeigen",
    all: "Alle",
    ready: "Bereit",
    problems: "Mit Problemen",
    duplicates: "Doppelt",
    leftOut: "Ausgelassen",
    downloadProblems: (rows, format) =>
      format.count(rows, {
        one: "# Zeile mit Problemen herunterladen",
        other: "# Zeilen mit Problemen herunterladen",
      }),
    downloadThese: (rows, format) =>
      format.count(rows, { one: "Diese Zeile herunterladen", other: "Diese # Zeilen herunterladen" }),
    problemsFile: (file) => `${file} Zeilen mit Problemen`,
    theseFile: (file, filter) => `${file} ${filter}`,
  },
  table: {
    row: "Zeile",
    noRows: "Keine passenden Zeilen.",
    search: "Zeilen durchsuchen",
    region: (caption) => `${caption}, scrollbar`,
    range: (from, to, total, format) =>
      `Zeilen ${format.number(from)}–${format.number(to)} von ${format.number(total)}`,
    noRange: "Keine Zeilen",
    pageSize: "Zeilen pro Seite",
    page: (page, pages, format) => `Seite ${format.number(page)} von ${format.number(pages)}`,
    pages: "Seiten",
    firstPage: "Erste Seite",
    previousPage: "Vorherige Seite",
    nextPage: "Nächste Seite",
    lastPage: "Letzte Seite",
  },
  issues: {
    required: (field) => `${field} fehlt`,
    too_long: (field) => `${field} ist zu lang`,
    damaged: (field) => `${field} ist beschädigt: Beim Export oder davor gingen Buchstaben verloren`,
    control_character: (field) => `${field} enthält ein nicht druckbares Zeichen`,
    invalid_email: () => "Keine gültige E-Mail-Adresse. Beispiel: user.one@example.com",
    invalid_date: () => "Unklares Datum. Schreiben Sie es als 2026-05-01",
    invalid_type: (field) => `${field} ist kein Text`,
    shifted: (field) =>
      `Mehr Zellen als die Kopfzeile. ${field} ist vielleicht abgeschnitten oder gehört zu einer anderen Spalte`,
    not_an_object: () => "Kein Nutzer",
  },
  valueCauses: {
    email: (why) => `Keine gültige E-Mail-Adresse: ${why}`,
    emails: {
      several_addresses: "mehr als eine Adresse",
      no_at: "das @ fehlt",
      several_ats: "mehr als ein @",
      nothing_before_at: "vor dem @ steht nichts",
      nothing_after_at: "nach dem @ steht nichts",
      blank: "sie enthält ein Leerzeichen",
      no_ending: "die Domain hat keine Endung",
      dot: "ein Punkt steht an falscher Stelle",
      too_long: "sie ist zu lang",
      domain_character: "die Domain enthält ein unzulässiges Zeichen",
    },
    noSuchDay: (month, year, days) => `Der ${months[month - 1]}${month === 2 ? ` ${year}` : ""} hat ${days} Tage`,
    noSuchMonth: (month) => `Es gibt keinen Monat ${month}`,
    noSuchHour: (hour) => `Es gibt keine Stunde ${hour}`,
    noDigits: "Kein Datum. Schreiben Sie es als 2026-05-01",
  },
  corrections: {
    hint: (format) =>
      `Falsche Zellen lassen sich hier korrigieren: ${format.strong("Eingabe")} speichert und führt zum nächsten Problem, ${format.strong("Esc")} bricht ab. Ihre Datei bleibt, wie sie ist.`,
    correct: (field, row) => `${field} in Zeile ${row} korrigieren`,
    input: (field, row) => `${field} in Zeile ${row}`,
    original: "In der Datei:",
    empty: "leer",
    corrected: "korrigiert",
    undo: "Rückgängig",
    undoCell: (field, row) => `Korrektur rückgängig machen: ${field} in Zeile ${row}`,
    undoAll: "Alle Korrekturen rückgängig machen",
    count: (cells, format) => format.count(cells, { one: "# Zelle korrigiert", other: "# Zellen korrigiert" }),
    ready: (row) => `Zeile ${row} ist bereit`,
    stillWrong: (row, field, reason) => `Zeile ${row}, ${field}: ${reason}`,
    undone: (row, field) => `Korrektur rückgängig gemacht: ${field} in Zeile ${row}`,
    allUndone: (cells, format) =>
      format.count(cells, {
        one: "# Korrektur rückgängig gemacht",
        other: "# Korrekturen rückgängig gemacht",
      }),
    applied: (file, rows, format) =>
      `${format.count(rows, { one: "# Zeile", other: "# Zeilen" })} aus ${file} korrigiert`,
    replaced: (cells, format) => `In ${format.count(cells, { one: "# Zelle", other: "# Zellen" })} ersetzt`,
    leftOut: (rows, format) => format.count(rows, { one: "# Zeile ausgelassen", other: "# Zeilen ausgelassen" }),
    putBack: (rows, format) =>
      format.count(rows, { one: "# Zeile wieder aufgenommen", other: "# Zeilen wieder aufgenommen" }),
    left: (problems, format) =>
      problems === 0
        ? "Keine Probleme mehr"
        : format.count(problems, { one: "Noch # Zeile mit Problemen", other: "Noch # Zeilen mit Problemen" }),
  },
  replace: {
    open: "Suchen und ersetzen",
    column: "In Spalte",
    find: "Suchen",
    replacement: "Ersetzen durch",
    wholeCell: "Nur ganze Zellen",
    hint: "Groß- und Kleinschreibung wird beachtet.",
    found: (count, format) =>
      count === 0
        ? "Keine Zelle würde sich ändern."
        : format.count(count, { one: "# Zelle würde sich ändern.", other: "# Zellen würden sich ändern." }),
    apply: (count, format) =>
      count === 0 ? "Ersetzen" : format.count(count, { one: "In # Zelle ersetzen", other: "In # Zellen ersetzen" }),
    done: (find, replacement, count, format) =>
      `${find === "" ? "Leere Zellen" : format.code(find)} durch ${replacement === "" ? "nichts" : format.code(replacement)} ersetzt, in ${format.count(count, { one: "# Zelle", other: "# Zellen" })}`,
    undo: "Rückgängig",
  },
  leftOut: {
    tag: "ausgelassen",
    leaveOut: (row) => `Zeile ${row} auslassen`,
    putBack: (row) => `Zeile ${row} wieder aufnehmen`,
    leaveOutThese: (rows, format) =>
      format.count(rows, { one: "Diese Zeile auslassen", other: "Diese # Zeilen auslassen" }),
    leaveOutDuplicates: (rows, format) =>
      format.count(rows, { one: "# doppelte Zeile auslassen", other: "# doppelte Zeilen auslassen" }),
    leaveOutTheseDuplicates: (rows, format) =>
      format.count(rows, { one: "Diese doppelte Zeile auslassen", other: "Diese # doppelten Zeilen auslassen" }),
    putBackThese: (rows, format) =>
      format.count(rows, { one: "Diese Zeile wieder aufnehmen", other: "Diese # Zeilen wieder aufnehmen" }),
    putBackAll: (rows, format) =>
      format.count(rows, {
        one: "Die ausgelassene Zeile wieder aufnehmen",
        other: "Alle # ausgelassenen Zeilen wieder aufnehmen",
      }),
  },
  merge: {
    title: (dropped, file) => `${dropped} enthält Zeilen aus ${file}`,
    changes: (rows, format) =>
      format.count(rows, {
        one: "Sie weicht in # Zeile von der Vorschau ab.",
        other: "Sie weicht in # Zeilen von der Vorschau ab.",
      }),
    noChanges: "Sie enthält keine Änderungen.",
    strangers: (rows, more, format) =>
      `${format.count(rows.length + more, { one: "# Zeile gehört", other: "# Zeilen gehören" })} nicht zur Vorschau und ${
        rows.length + more === 1 ? "würde" : "würden"
      } ignoriert: ${format.list([
        ...rows.map((row) => `Zeile ${row}`),
        ...(more > 0 ? [`${format.number(more)} weitere`] : []),
      ])}. Zeilennummer und Nutzer-ID oder E-Mail müssen übereinstimmen.`,
    kept: (cells, format) =>
      format.count(cells, {
        one: "# Wert bliebe unverändert, weil der neue ungültig ist.",
        other: "# Werte blieben unverändert, weil die neuen ungültig sind.",
      }),
    apply: (file, rows, format) =>
      `Korrekturen dieser Datei in ${file} übernehmen (${format.count(rows, { one: "# Zeile", other: "# Zeilen" })})`,
    replace: "Als eigene Datei importieren",
    dismiss: (file) => `${file} lassen, wie sie ist`,
  },
  start: {
    skip: "Zu „Import starten“ springen",
    button: "Import starten",
    willBeSent: (users, appName, format, file) =>
      `${format.count(users, { one: "# Nutzer", other: "# Nutzer" })} aus ${toPlainText(file)} ${
        users === 1 ? "wird" : "werden"
      }${appName ? ` an ${format.strong(appName)}` : ""} gesendet`,
    willBeInvalid: (rows, format) =>
      `${format.count(rows, { one: "# hat Probleme und wird", other: "# haben Probleme und werden" })} als ${format.code("invalid_row")} gemeldet`,
    heldBack: (rows, format) =>
      format.count(rows, {
        one: "# Zeile mit Problemen wird zurückgehalten",
        other: "# Zeilen mit Problemen werden zurückgehalten",
      }),
    leftOut: (rows, format) => `${format.number(rows)} ausgelassen`,
    inParts: (parts, format) =>
      format.count(parts, {
        one: "in # Teil, als eigene Quelle gespeichert",
        other: "in # Teilen, jeder als eigene Quelle gespeichert",
      }),
    sentence: (parts) => parts.join("; "),
    blocked: "Vor dem Start",
    blockers: {
      source_name_blank: "Geben Sie der Quelle einen Namen.",
      source_name_too_long: (length, limit, format) =>
        `Der Name der Quelle hat ${format.number(length)} Zeichen. Die Obergrenze ist ${format.number(limit)}.`,
      file_undecided: (file) => `Wählen Sie oben, was mit ${file} geschehen soll.`,
      field_unmapped: (field) => `Wählen Sie die Spalte für ${field}.`,
      field_unconfirmed: (field) => `Bestätigen Sie die vermutete Spalte für ${field}.`,
      no_rows_to_send: "Es gibt keine Zeilen zu senden.",
    },
    readFrom: (field, header) => `${field} wird aus ${header} gelesen`,
    confirm: (columns, format) => `${format.list(columns)}: richtig`,
    unconfirmed: (name, format) =>
      `Ein früherer Import mit dem Namen ${format.strong(name)} wurde möglicherweise gespeichert. Sehen Sie unter „Gespeicherte Quellen“ nach, bevor Sie erneut starten: Das wäre ein neuer Import.`,
  },
  causes: {
    email: (rows, format) => format.count(rows, { one: "# E-Mail-Adresse", other: "# E-Mail-Adressen" }),
    date: (rows, format) => format.count(rows, { one: "# Datumsangabe", other: "# Datumsangaben" }),
    noUserId: (rows, format) => `${format.number(rows)} ohne Nutzer-ID`,
    noEmail: (rows, format) => `${format.number(rows)} ohne E-Mail-Adresse`,
    shifted: (rows, format) => `${format.number(rows)} mit zu vielen Zellen`,
    tooLong: (rows, format) => `${format.number(rows)} mit zu langem Wert`,
    damaged: (rows, format) => `${format.number(rows)} mit beschädigtem Text`,
    other: (rows, format) => `${format.number(rows)} mit anderem Problem`,
  },
  likely: {
    emptyColumn: (header, field, format) =>
      `Wahrscheinliche Ursache: ${format.code(header)}, die Spalte für ${field}, ist leer. Wählen Sie eine andere Spalte.`,
    missing: (header, field, row, format) =>
      `Wahrscheinliche Ursache: In der Spalte ${format.code(header)} fehlt ${field}, zuerst in Zeile ${row}. Prüfen Sie den Export.`,
    email: (header, value, row, format) =>
      `Wahrscheinliche Ursache: ${format.code(header)} enthält Werte, die keine E-Mail-Adressen sind, zum Beispiel ${format.code(value)} in Zeile ${row}. Prüfen Sie die Spalte für E-Mail.`,
    date: (header, value, row, format) =>
      `Wahrscheinliche Ursache: Datumsangaben in ${format.code(header)} sind nicht lesbar, zum Beispiel ${format.code(value)} in Zeile ${row}. Wählen Sie ihr Format oder eine andere Spalte.`,
    shifted: (row) =>
      `Wahrscheinliche Ursache: Zeilen haben mehr Zellen als die Kopfzeile, zuerst Zeile ${row}. Prüfen Sie das Trennzeichen, oder verbinden Sie die Zellen.`,
    other: (header, row, format) =>
      `Wahrscheinliche Ursache: die Werte in ${format.code(header)}, zuerst in Zeile ${row}. Prüfen Sie die Spalte.`,
  },
  doubt: {
    many: (share, causes, format) =>
      `${format.strong(`${format.percent(share)} der Zeilen haben Probleme`)}: ${format.list(causes)}.`,
    all: (rows, causes, format) =>
      `${format.count(rows, { one: "Die einzige Zeile hat ein Problem", other: "Alle # Zeilen haben Probleme" })}: ${format.list(causes)}.`,
    nobody: (users, format) =>
      format.count(users, {
        one: "Der Nutzer würde nicht importiert.",
        other: "Keiner der # Nutzer würde importiert.",
      }),
    found: (parts, format) => `Der Abgleich ergab: ${format.list(parts)}.`,
    question: "Einen Import starten, der niemanden importiert?",
    back: "Zurück zur Vorschau",
    start: "Trotzdem starten",
  },
  check: {
    button: "Mit Konten abgleichen",
    again: "Erneut abgleichen",
    running: (users, format) =>
      format.count(users, {
        one: "# Nutzer wird mit den Konten abgeglichen",
        other: "# Nutzer werden mit den Konten abgeglichen",
      }),
    nothingIsWritten: "Dabei wird nichts gespeichert.",
    stop: "Abgleich abbrechen",
    stopped: "Abgleich abgebrochen. Es wurde nichts gespeichert.",
    done: (time) => `Abgeglichen um ${time}, nichts gespeichert`,
    found: (parts, format) => `Ein Import ergäbe: ${format.list(parts)}`,
    changed: (rows, format) =>
      format.count(rows, {
        one: "Nicht mehr aktuell: # Zeile wurde seitdem geändert. Gleichen Sie erneut ab.",
        other: "Nicht mehr aktuell: # Zeilen wurden seitdem geändert. Gleichen Sie erneut ab.",
      }),
    notStarted: (parts, format) =>
      `Noch nicht gestartet: ${format.list(parts)}. Starten Sie erneut, um trotzdem zu importieren.`,
    failed: "Der Abgleich ist fehlgeschlagen",
    startAnyway: "Es wurde nichts gespeichert. Sie können den Import auch ohne Abgleich starten.",
    maybeSaved:
      "Die Nutzer wurden möglicherweise trotzdem gespeichert. Sehen Sie vor dem Start unter „Gespeicherte Quellen“ nach.",
    filter: "Ein Import ergäbe",
    meanings: {
      imported: "Würde neu verbunden.",
      already_connected: "Bereits verbunden. Die Angaben würden aktualisiert.",
      name_mismatch:
        "Das Konto hat einen anderen Namen. Ist es dieselbe Person, korrigieren Sie den Namen oder lassen Sie ihn weg und gleichen Sie erneut ab.",
      invalid_row: (reason) =>
        reason === null
          ? "Der Server würde diese Zeile ablehnen."
          : `${reason}. Der Server würde diese Zeile ablehnen.`,
    },
  },
  progress: {
    heading: (users, format) =>
      format.count(users, { one: "# Nutzer wird gesendet", other: "# Nutzer werden gesendet" }),
    reading: (file) => `${file} wird gelesen`,
    readingShare: (share, format) => `${format.percent(share)} gelesen`,
    read: (rows, problems, format) =>
      `Datei gelesen: ${format.count(rows, { one: "# Zeile", other: "# Zeilen" })}${
        problems === null ? "" : `, ${format.number(problems)} mit Problemen`
      }`,
    sending: "Wird an den Server gesendet",
    waiting: "Warten auf die Antwort des Servers",
    waited: (seconds, format) => `· ${format.number(seconds)} s`,
    tryReasons: {
      "rate-limited": "Der Server bittet um eine Pause",
      "import-in-progress": "Ein anderer Import für diese Anwendung läuft gerade",
    },
    tryingAgain: (reason, attempt, attempts, format) =>
      `${reason ?? "Der Server hat nicht wie erwartet geantwortet"}: neuer Versuch (${format.number(attempt)} von ${format.number(attempts)})`,
    inSeconds: (seconds, format) => `in ${format.number(seconds)} s`,
    kept: "Datei und Einstellungen bleiben erhalten. Bitte lassen Sie diese Seite geöffnet.",
    cancel: "Abbrechen",
    cancelNote:
      "„Abbrechen“ beendet nur das Warten. Der Server hat die Nutzer möglicherweise schon: Wurde der Import gespeichert, löschen Sie ihn unter „Gespeicherte Quellen“.",
    finished: (summary) => `Import beendet: ${summary}`,
  },
  parts: {
    line: (part, count, sent, users, format) =>
      `Teil ${format.number(part)} von ${format.number(count)}: ${format.number(sent)} von ${format.count(users, { one: "# Nutzer", other: "# Nutzern" })} gesendet`,
    pause: "Nach diesem Teil anhalten",
    willPause: "Der Import hält nach diesem Teil an.",
    doNotPause: "Nicht anhalten",
    heading: (part, count, format) => `Angehalten nach Teil ${format.number(part)} von ${format.number(count)}`,
    saved: (users, names, format) =>
      `${format.count(users, { one: "# Nutzer ist", other: "# Nutzer sind" })} gespeichert als ${format.list(names.map(format.strong))}.`,
    inDoubt: (users, name, format) =>
      `${format.count(users, { one: "# Nutzer wurde", other: "# Nutzer wurden" })} als ${format.strong(name)} gesendet, ohne Antwort.`,
    waiting: (users, format) =>
      format.count(users, { one: "# Nutzer ist noch nicht gesendet.", other: "# Nutzer sind noch nicht gesendet." }),
    leaving:
      "Wenn Sie diese Seite verlassen, werden sie nicht gesendet. Was gespeichert ist, bleibt unter „Gespeicherte Quellen“.",
    resume: (part, format) => `Mit Teil ${format.number(part)} fortfahren`,
    end: "Hier beenden und das Ergebnis zeigen",
    failed: (part, count, title, format) => `Teil ${format.number(part)} von ${format.number(count)}: ${title}`,
    retry: (part, format) => `Teil ${format.number(part)} erneut versuchen`,
    sources: (count, format) =>
      format.count(count, { one: "Als # Quelle gespeichert", other: "Als # Quellen gespeichert" }),
    sourcesOf: (saved, count, format) =>
      `${format.number(saved)} von ${format.count(count, { one: "# Teil importiert", other: "# Teilen importiert" })}`,
    users: (users, format) => format.count(users, { one: "# Nutzer", other: "# Nutzer" }),
    countsOnly: "nur Anzahlen bekannt",
    deleted: "gelöscht",
    missing: (parts, format) =>
      `${format.count(parts.length, { one: "Teil", other: "Die Teile" })} ${format.list(parts.map(format.number))} dieses Imports ${format.count(parts.length, { one: "ist", other: "sind" })} nicht gespeichert. Importieren Sie die Datei noch einmal, um die Zeilen zu ergänzen.`,
  },
  rest: {
    title: (count, estimated, format) =>
      `${estimated ? "Etwa " : ""}${format.count(count, { one: "# Zeile wurde nicht importiert", other: "# Zeilen wurden nicht importiert" })}`,
    rows: ({ firstRow, lastRow }, format) => {
      if (lastRow === null) return `Alle Zeilen ab ${format.number(firstRow)}.`;
      return lastRow === firstRow
        ? `Zeile ${format.number(firstRow)}.`
        : `Zeilen ${format.number(firstRow)} bis ${format.number(lastRow)}.`;
    },
    next: (count, format) =>
      format.count(count, { one: "Die nächste Zeile importieren", other: "Die nächsten # importieren" }),
    download: (count, format) =>
      format.count(count, { one: "Diese Zeile herunterladen", other: "Diese # Zeilen herunterladen" }),
    fileName: (file, firstRow) => `${file} ab Zeile ${firstRow}`,
    unconfirmed: (name, format) =>
      `Die ersten davon sind vielleicht als ${format.strong(name)} gespeichert. Sehen Sie unter „Gespeicherte Quellen“ nach.`,
    commandLine: (format) =>
      `Die Datei ist zu groß, um sie hier zu lesen. Importieren Sie sie mit der Kommandozeile: ${format.code("npx import-existing-users sync")}.`,
    failed: "Die Zeilen konnten nicht gelesen werden. Wählen Sie die Datei noch einmal aus.",
  },
  failures,
  failure: {
    status: (status, format) => `HTTP ${format.code(String(status))}`,
    repeatSafe:
      "Die Nutzer sind möglicherweise trotzdem gespeichert. Ein neuer Versuch ist unbedenklich: Nichts wird doppelt importiert.",
    checkFirst:
      "Die Nutzer sind möglicherweise trotzdem gespeichert: Sehen Sie unter „Gespeicherte Quellen“ nach, bevor Sie es erneut versuchen.",
    nothingSaved: "Es wurde nichts gespeichert.",
    retry: "Erneut versuchen",
    retryIn: (seconds, format) =>
      `Ein neuer Versuch ist in ${seconds > 120 ? `${format.number(Math.ceil(seconds / 60))} min` : `${format.number(seconds)} s`} möglich`,
    retryNow: "Sie können es jetzt erneut versuchen.",
    askedToWait: (time, format) =>
      `Der Server bittet darum, bis ${format.dateTime(time)} zu warten. Sie können es trotzdem jederzeit erneut versuchen.`,
    back: "Zurück zur Vorschau",
    checkSources: "Gespeicherte Quellen prüfen",
  },
  result: {
    heading: "Importergebnis",
    facts: (name, rows, duration, format) =>
      `${format.strong(name)} · ${format.count(rows, { one: "# Zeile", other: "# Zeilen" })} · beendet nach ${duration}`,
    connected: (imported, format) =>
      format.count(imported, { one: "# Nutzer neu verbunden", other: "# Nutzer neu verbunden" }),
    noneConnected: "Keine Nutzer neu verbunden",
    filter: "Ergebnisse anzeigen",
    all: "Alle",
    heldBack: "zurückgehalten",
    leftOut: "ausgelassen",
    caption: "Ergebnisse je Zeile",
    bar: (parts, format) => format.list(parts),
    statusColumn: "Status",
    downloadResults: (rows, format) =>
      rows === null
        ? "Ergebnisse herunterladen"
        : `Ergebnisse herunterladen (${format.count(rows, { one: "# Zeile", other: "# Zeilen" })})`,
    downloadFixes: (rows, format) =>
      format.count(rows, {
        one: "# Zeile zum Korrigieren herunterladen",
        other: "# Zeilen zum Korrigieren herunterladen",
      }),
    resultsFile: (name) => `${name} Ergebnisse`,
    fixesFile: (name) => `${name} Korrekturdatei`,
    undo: "Import rückgängig machen",
    undone: "Dieser Import wurde rückgängig gemacht.",
    undoneHint: "Die Ergebnisse unten stammen aus der Zeit davor.",
    restart: "Weitere Datei importieren",
    found:
      "Die Antwort ging unterwegs verloren, aber der Import steht unter den gespeicherten Quellen: Er wurde gespeichert.",
    countsOnly:
      "Die Antwort ging unterwegs verloren, aber der Import steht unter den gespeicherten Quellen. Bekannt sind nur die Gesamtzahlen, nicht das Ergebnis jeder Zeile.",
    resultsUnclear:
      "Der Import wurde gespeichert, aber die Antwort sagt nicht verlässlich, welche Zeile welches Ergebnis hat. Bekannt sind nur die Gesamtzahlen.",
    notCounted: (rows, format) =>
      format.count(rows, {
        one: "# Zeile hat einen Status, den diese Version nicht kennt. Er wird gezeigt, wie der Server ihn gesendet hat.",
        other:
          "# Zeilen haben einen Status, den diese Version nicht kennt. Er wird gezeigt, wie der Server ihn gesendet hat.",
      }),
    hints: {
      not_found: (share, format) =>
        `${format.strong(`${format.percent(share)} Ihrer Nutzer wurden nicht gefunden`)} (${format.code("not_found")}). Meist haben sie sich mit einer anderen Adresse registriert oder noch kein LoginSign-Konto. Bei einem späteren Import werden sie zugeordnet.`,
      name_mismatch: (share, format) =>
        `${format.strong(`${format.percent(share)} der Namen stimmen nicht überein`)} (${format.code("name_mismatch")}). Oft schreibt der Export Namen in anderer Reihenfolge, etwa „Nachname, Vorname“, oder dem Feld Name ist die falsche Spalte zugeordnet. Ohne Namensspalte zählt allein die E-Mail-Adresse.`,
      invalid_row: (share, causes, likely, format) =>
        `${format.strong(`${format.percent(share)} der Zeilen sind ungültig`)} (${format.code("invalid_row")})${causes.length === 0 ? "" : `: ${format.list(causes)}`}. ${likely}${likely === "" ? "" : " "}Korrigieren Sie die Zeilen und importieren Sie sie erneut: Bereits verbundene Nutzer bleiben verbunden.`,
    },
  },
  statuses: {
    imported: "importiert",
    already_connected: "bereits verbunden",
    not_found: "nicht gefunden",
    name_mismatch: "Name abweichend",
    invalid_row: "ungültige Zeile",
  },
  meanings: {
    imported: "Mit Ihrer Anwendung verbunden.",
    already_connected: "Bereits verbunden. Angaben aktualisiert, Verbindung aktiv.",
    not_found: "Zu dieser E-Mail-Adresse gibt es noch kein LoginSign-Konto.",
    name_mismatch:
      "Das Konto hat einen anderen Namen. Prüfen Sie, ob es dieselbe Person ist. Wenn ja, korrigieren Sie den Namen oder lassen Sie ihn weg und importieren Sie die Zeile erneut.",
    invalid_row: (reason) =>
      reason === null
        ? "Die Zeile ist ungültig. Korrigieren Sie sie und importieren Sie sie erneut."
        : `${reason}. Korrigieren Sie die Zeile und importieren Sie sie erneut.`,
    invalidField: (field, reason) => `${field}: ${reason}`,
    unknown: "Ein Status, den diese Version nicht kennt.",
    heldBack: (reasons) =>
      `Zurückgehalten wegen Problemen: ${reasons.join(", ")}. Korrigieren Sie die Zeile und importieren Sie sie erneut.`,
    leftOut: (reasons) =>
      `In der Vorschau ausgelassen und nicht gesendet.${reasons.length === 0 ? "" : ` Sie hat Probleme: ${reasons.join(", ")}.`}`,
    noResult: "Der Server hat für diese Zeile kein Ergebnis geliefert.",
    serverIssue: (field, code) => (field ? `${field}: ${code}` : code),
    warnings: {
      duplicate_in_request: (row) =>
        row === null ? "Eine frühere Zeile hat dieselbe E-Mail-Adresse." : `Zeile ${row} hat dieselbe E-Mail-Adresse.`,
      external_user_id_repeated: () => "Eine andere Zeile hat dieselbe Nutzer-ID mit anderer E-Mail-Adresse.",
      external_user_id_on_other_connection: () =>
        "Diese Nutzer-ID gehört zur Verbindung eines anderen Kontos, die unverändert bleibt.",
      external_user_id_differs: () => "Die Verbindung behält ihre bisherige Nutzer-ID, die abweicht.",
    },
  },
  warnings: {
    duplicate_email: (row) => `Gleiche E-Mail-Adresse wie Zeile ${row}`,
    duplicate_user_id: (row) => `Gleiche Nutzer-ID wie Zeile ${row}, mit anderer E-Mail-Adresse`,
  },
  notLoaded: {
    title: "Ein Teil dieser Seite konnte nicht geladen werden",
    advice:
      "Angebote, Gründe von Problemen, Korrekturen, Abgleiche, der Import sowie Zeilen und Löschung gespeicherter Quellen brauchen ihn. Prüfen Sie Ihre Verbindung und laden Sie ihn erneut. Hilft das nicht, laden Sie die Seite neu.",
    retry: "Erneut laden",
  },
  sources: {
    heading: "Gespeicherte Quellen",
    count: (shown, more, format) =>
      more
        ? format.count(shown, { one: "#+ Quelle", other: "#+ Quellen" })
        : format.count(shown, { one: "# Quelle", other: "# Quellen" }),
    caption: "Gespeicherte Quellen, neueste zuerst",
    name: "Name",
    date: "Importiert am",
    rows: "Zeilen",
    result: "Ergebnis",
    actions: "Aktionen",
    unnamed: "(ohne Namen)",
    noCounters: "Keine Zahlen verfügbar",
    ofDay: (count, format) => format.count(count, { one: "# Quelle dieses Tages", other: "# Quellen dieses Tages" }),
    loading: "Gespeicherte Quellen werden geladen …",
    empty: "Noch nichts importiert. Jeder Import erscheint hier und lässt sich rückgängig machen.",
    failed: "Die gespeicherten Quellen konnten nicht geladen werden.",
    stale: "Die Liste konnte nicht aktualisiert werden und ist möglicherweise veraltet.",
    retry: "Erneut laden",
    page: (page, format) => `Seite ${format.number(page)}`,
    pages: "Seiten der gespeicherten Quellen",
    previousPage: "Neuere Quellen",
    nextPage: "Ältere Quellen",
    delete: "Quelle löschen",
    rolledBack: (name, removed, format) =>
      `${name ? `${format.strong(name)} ist gelöscht` : "Die Quelle ist gelöscht"}${
        removed === null
          ? "."
          : `: ${format.count(removed, { one: "# Verbindung", other: "# Verbindungen" })} entfernt.`
      }`,
    alreadyGone: (count, format) =>
      format.count(count, { one: "# war bereits entfernt.", other: "# waren bereits entfernt." }),
    reactivatedKept: (count, format) =>
      format.count(count, {
        one: "# reaktivierte Verbindung bleibt aktiv.",
        other: "# reaktivierte Verbindungen bleiben aktiv.",
      }),
    alreadyDeleted: "Sie war bereits gelöscht.",
    dismiss: "Ausblenden",
    severalDeleted: (count, removed, format) =>
      `${format.count(count, { one: "# Quelle wurde gelöscht", other: "# Quellen wurden gelöscht" })}${
        removed === null
          ? "."
          : `: ${format.count(removed, { one: "# Verbindung", other: "# Verbindungen" })} entfernt.`
      }`,
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
      `${format.count(rows, { one: "Die erste Zeile ist", other: "Die ersten # Zeilen sind" })} geladen. Suche, Sortierung und Download laden die anderen.`,
    loadingAll: (rows, format) =>
      format.count(rows, { one: "Wird geladen: bisher # Zeile …", other: "Wird geladen: bisher # Zeilen …" }),
    more: "Weitere Zeilen laden",
    empty: "Der Server hat keine Zeilen dieses Imports aufbewahrt.",
    none: "Der Server hat keine Zeilen dieses Imports. Er ist älter als die Aufbewahrung von Zeilen, oder er wurde anderswo gelöscht.",
    failed: "Die Zeilen konnten nicht geladen werden.",
    retry: "Zeilen erneut laden",
    refresh: "Liste erneut laden",
  },
  deletion: {
    heading: (name) => `Quelle „${name}“ löschen?`,
    application: (appName, format) => `Anwendung: ${format.strong(appName)}`,
    checking: "Der Server wird gefragt, was entfernt würde …",
    removes: (count, format) =>
      count === null
        ? "Entfernt die Verbindungen, die dieser Import angelegt hat."
        : `Entfernt ${format.strong(format.count(count, { one: "# Verbindung", other: "# Verbindungen" }))}, die dieser Import angelegt hat.`,
    stays: (count, format) =>
      count === null
        ? "Verbindungen, die es schon vorher gab, bleiben."
        : format.count(count, {
            one: "# weitere, die schon vorher bestand, bleibt.",
            other: "# weitere, die schon vorher bestanden, bleiben.",
          }),
    gone: (count, format) =>
      format.count(count, {
        one: "# Verbindung dieses Imports ist bereits entfernt.",
        other: "# Verbindungen dieses Imports sind bereits entfernt.",
      }),
    final: "Die Nutzer behalten ihre LoginSign-Konten. Das lässt sich nicht rückgängig machen.",
    keep: "Quelle behalten",
    delete: "Quelle löschen",
    failed: "Die Quelle konnte nicht gelöscht werden",
    forbidden: "Sie dürfen Quellen dieser Anwendung nicht löschen.",
    mayBeGone:
      "Die Quelle wurde möglicherweise trotzdem gelöscht. Schließen Sie dieses Fenster, dann wird die Liste aktualisiert.",
    notDeleted: "Es wurde nichts entfernt. Sie können es noch einmal versuchen.",
    deleting: "Wird gelöscht …",
    several: {
      heading: (count, format) => format.count(count, { one: "# Quelle löschen?", other: "# Quellen löschen?" }),
      order: (names, format) => `Nacheinander: ${format.list(names)}.`,
      deleted: (deleted, count, format) =>
        `${format.number(deleted)} von ${format.count(count, { one: "# Quelle gelöscht", other: "# Quellen gelöscht" })}.`,
      keep: "Quellen behalten",
      delete: "Quellen löschen",
    },
  },
};
