// The German words of the screens from the card's title to the result, in the order in which a person meets them.
import type { Messages } from "./messages.ts";

export const germanScreens: Pick<
  Messages,
  "card" | "fields" | "preview" | "table" | "start" | "progress" | "result" | "help"
> = {
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
  preview: {
    heading: "Vorschau und Spaltenzuordnung",
    lead: "Prüfen Sie, ob jedes Feld die richtige Spalte hat.",
    knownLater: (format) =>
      `Wer kein Konto hat (nicht gefunden, ${format.code("not_found")}) oder dort anders heißt (Name abweichend, ${format.code("name_mismatch")}), zeigt erst der Import.`,
    caption: "Vorschau der Zeilen",
    rawCaption: "Erste Zeilen der Datei",
    filter: "Zeilen anzeigen",
    all: "Alle",
    ready: "Bereit",
    problems: "Mit Problemen",
    duplicates: "Doppelt",
    downloadProblems: "Zeilen mit Problemen herunterladen",
    problemsFile: (file) => `${file} Zeilen mit Problemen`,
  },
  table: {
    row: "Zeile",
    noRows: "Keine passende Zeile.",
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
  start: {
    button: "Import starten",
    willBeSent: (users, appName, format) =>
      `${format.count(users, { one: "# Nutzer wird", other: "# Nutzer werden" })}${
        appName ? ` an ${format.strong(appName)}` : ""
      } gesendet`,
    willBeInvalid: (rows, format) =>
      `${format.count(rows, { one: "# hat Probleme und wird", other: "# haben Probleme und werden" })} als ${format.code("invalid_row")} gemeldet`,
    heldBack: (rows, format) =>
      format.count(rows, {
        one: "# Zeile mit Problemen wird zurückgehalten",
        other: "# Zeilen mit Problemen werden zurückgehalten",
      }),
    sentence: (parts) => parts.join("; "),
    blocked: "Der Import kann noch nicht gestartet werden",
    blockers: {
      source_name_blank: "Geben Sie der Quelle einen Namen.",
      source_name_too_long: (length, limit, format) =>
        `Der Name der Quelle hat ${format.number(length)} Zeichen; höchstens ${format.number(limit)} sind erlaubt.`,
      file_undecided: (file) => `Entscheiden Sie oben, was mit ${file} geschehen soll.`,
      field_unmapped: (field) => `Wählen Sie die Spalte für ${field}.`,
      no_rows_to_send: "Es gibt keine Zeile zu senden.",
    },
    unconfirmed: (name, format) =>
      `Ein früherer Start mit dem Namen ${format.strong(name)} wurde möglicherweise gespeichert. Sehen Sie unter „Gespeicherte Quellen“ nach, bevor Sie erneut starten: Das wäre ein neuer Import.`,
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
    sending: "Unterwegs zum Server",
    waiting: "Warten auf die Antwort des Servers",
    waited: (seconds, format) => `· ${format.number(seconds)} s`,
    tryReasons: {
      "rate-limited": "Der Server bittet um eine Pause",
      "import-in-progress": "Ein anderer Import für diese Anwendung läuft gerade",
    },
    tryingAgain: (reason, attempt, attempts, format) =>
      `${reason ?? "Der Server hat nicht wie erhofft geantwortet"}: neuer Versuch (${format.number(attempt)} von ${format.number(attempts)})`,
    inSeconds: (seconds, format) => `in ${format.number(seconds)} s`,
    kept: "Datei und Einstellungen bleiben erhalten. Bitte lassen Sie diese Seite geöffnet.",
    cancel: "Abbrechen",
    cancelNote:
      "„Abbrechen“ beendet das Warten. Was der Server schon hat, nimmt es nicht zurück: Sehen Sie unter „Gespeicherte Quellen“ nach und löschen Sie die Quelle dort.",
    finished: (summary) => `Import beendet: ${summary}`,
  },
  result: {
    heading: "Importergebnis",
    facts: (name, rows, duration, format) =>
      `${format.strong(name)} · ${format.count(rows, { one: "# Zeile", other: "# Zeilen" })} · beendet nach ${duration}`,
    connected: (imported, format) =>
      format.count(imported, { one: "# Nutzer ist neu verbunden", other: "# Nutzer sind neu verbunden" }),
    noneConnected: "Kein Nutzer wurde neu verbunden",
    filter: "Ergebnisse anzeigen",
    all: "Alle",
    heldBack: "zurückgehalten",
    caption: "Ergebnisse je Zeile",
    bar: (parts, format) => format.list(parts),
    statusColumn: "Status",
    meaningColumn: "Bedeutung",
    downloadResults: "Ergebnisse herunterladen (CSV)",
    downloadFixes: "Korrekturdatei herunterladen",
    resultsFile: (name) => `${name} Ergebnisse`,
    fixesFile: (name) => `${name} Korrekturdatei`,
    undo: "Import rückgängig machen",
    undone: "Dieser Import wurde rückgängig gemacht.",
    undoneHint: "Die Ergebnisse unten zeigen, was er bewirkt hatte.",
    restart: "Weitere Datei importieren",
    countsOnly:
      "Die Antwort ging unterwegs verloren, aber der Import steht unter den gespeicherten Quellen. Bekannt sind nur seine Zahlen, nicht das Ergebnis jeder Zeile.",
    notCounted: (rows, format) =>
      format.count(rows, {
        one: "# Zeile hat einen Status, den diese Version nicht kennt; er wird gezeigt, wie der Server ihn gesendet hat.",
        other:
          "# Zeilen haben einen Status, den diese Version nicht kennt; er wird gezeigt, wie der Server ihn gesendet hat.",
      }),
    hints: {
      not_found: (share, format) =>
        `${format.strong(`${format.percent(share)} Ihrer Nutzer wurden nicht gefunden`)} (${format.code("not_found")}). Meist haben sie sich mit einer anderen Adresse registriert oder noch kein LoginSign-Konto. Bei einem späteren Import werden sie zugeordnet.`,
      name_mismatch: (share, format) =>
        `${format.strong(`${format.percent(share)} der Namen stimmen nicht überein`)} (${format.code("name_mismatch")}). Oft schreibt der Export Namen in anderer Reihenfolge, etwa „Nachname, Vorname“, oder dem Feld Name ist die falsche Spalte zugeordnet. Ohne Namensspalte zählt allein die E-Mail-Adresse.`,
      invalid_row: (share, format) =>
        `${format.strong(`${format.percent(share)} der Zeilen sind ungültig`)} (${format.code("invalid_row")}). Meist ist eine Spalte falsch zugeordnet, oder Datumsangaben sind nicht wie 2026-05-01 geschrieben. Korrigieren Sie die Datei und importieren Sie sie erneut: Bereits verbundene Zeilen bleiben, wie sie sind.`,
    },
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
        `${format.strong("invalid_grant")} bei der Anmeldung: Starten Sie die Autorisierung neu und tauschen Sie einen frischen Code ein.`,
    },
  },
};
