// The German words about columns and rows: why a column was chosen, what is wrong with a cell, what a status means.
import type { englishRows } from "./messages-en-rows.ts";

export const germanRows: typeof englishRows = {
  mapping: {
    label: "Spalten",
    field: "Feld",
    column: "Spalte in Ihrer Datei",
    values: "Erste Werte",
    how: "Zuordnung",
    required: "erforderlich",
    optional: "optional",
    notInFile: "Nicht in dieser Datei",
    choose: "Spalte wählen",
    unnamedColumn: (column, format) => `Spalte ${format.number(column)} (ohne Namen)`,
    repeatedColumn: (header, column, format) => `${header} (Spalte ${format.number(column)})`,
    emptyValues: "keine Werte",
    auto: "automatisch",
    guessed: "vermutet",
    you: "von Ihnen",
    recognised: (columns, left, format) =>
      format.count(
        columns,
        left > 0
          ? { one: "Das Feld ist erkannt", other: "Alle # Felder erkannt" }
          : { one: "Die Spalte ist erkannt", other: "Alle # Spalten erkannt" },
      ),
    change: "Ändern",
    ignored: (headers, format) => `Nicht verwendet: ${headers.map(format.code).join(", ")}`,
    ignoredMore: (count, format) => format.count(count, { one: "und # weitere", other: "und # weitere" }),
    taken: (header, from, by) => `${header} liefert jetzt ${by}; ${from} hat keine Spalte mehr.`,
    missing: "Erforderliche Spalten fehlen",
    missingField: (field) => `Spalte für ${field} wählen`,
    reasons: {
      alias: "bekannter Spaltenname",
      known_name: "ein Name, den andere Systeme verwenden",
      alternatives: (headers, format) => `bekannter Name; auch möglich: ${format.list(headers)}`,
      doubted: (header) => `${header} ist ein bekannter Name, aber die Werte sehen anders aus: bitte prüfen`,
      values: {
        externalUserId: (share, format) => `${format.percent(share)} der Werte sehen wie IDs aus`,
        email: (share, format) => `${format.percent(share)} der Werte sind E-Mail-Adressen`,
        name: (share, format) => `${format.percent(share)} der Werte sehen wie Namen aus`,
        registrationDate: (share, format) => `${format.percent(share)} der Werte sind Datumsangaben`,
        lastLoginDate: (share, format) => `${format.percent(share)} der Werte sind Datumsangaben`,
      },
      similar_name: (header) => `${header} klingt so, und die Werte passen`,
      unique_values: (of, format) =>
        `keine Spalte heißt wie eine ID; hier ${format.count(of, { one: "kommt der Wert", other: "kommen alle # Werte" })} nur einmal vor`,
      earlier: (share, format) => `in ${format.percent(share)} der Zeilen das frühere Datum`,
      later: (share, format) => `in ${format.percent(share)} der Zeilen das spätere Datum`,
      usernames: (headers, format) => `keine ID gefunden; möglich wäre ${format.list(headers)}`,
      guide_order: "in der Reihenfolge der Vorlage",
      no_match: "keine Spalte sieht danach aus",
      ambiguous: (headers, format) => `mehrere sehen gleich aus: ${format.list(headers)}`,
      chosen: "von Hand gewählt",
      left: "von Hand weggelassen",
    },
  },
  issues: {
    required: (field) => `${field} fehlt`,
    too_long: (field) => `${field} ist zu lang`,
    control_character: (field) => `${field} enthält ein nicht druckbares Zeichen`,
    invalid_email: () => "Keine E-Mail-Adresse. Erwartet: eine wie user.one@example.com",
    invalid_date: () => "Kein lesbares Datum. Erwartet: 2026-05-01 oder 2026-05-01T12:00:00Z",
    invalid_type: (field) => `${field} ist kein Text`,
    not_an_object: () => "Kein Nutzer",
  },
  warnings: {
    duplicate_email: (row) => `Gleiche E-Mail-Adresse wie Zeile ${row}`,
    duplicate_user_id: (row) => `Gleiche Nutzer-ID wie Zeile ${row}, mit anderer E-Mail-Adresse`,
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
    already_connected: "War schon verbunden; aufgefrischt und aktiv.",
    not_found: "Zu dieser E-Mail-Adresse gibt es noch kein LoginSign-Konto.",
    name_mismatch: "Das Konto mit dieser E-Mail-Adresse hat einen anderen Namen. Prüfen Sie die Person.",
    invalid_row: (reason) =>
      reason === null
        ? "Die Zeile ist ungültig. Korrigieren Sie sie und importieren Sie sie erneut."
        : `${reason}. Korrigieren Sie die Zeile und importieren Sie sie erneut.`,
    invalidField: (field, reason) => `${field}: ${reason}`,
    unknown: "Ein Status, den diese Version nicht kennt.",
    heldBack: (reasons) =>
      `Nicht gesendet wegen Problemen: ${reasons.join("; ")}. Korrigieren Sie die Zeile und importieren Sie sie erneut.`,
    noResult: "Der Server hat für diese Zeile kein Ergebnis geliefert.",
    serverIssue: (field, code) => (field ? `${field}: ${code}` : code),
    warnings: {
      duplicate_in_request: (row) =>
        row === null ? "Eine frühere Zeile hat dieselbe E-Mail-Adresse." : `Zeile ${row} hat dieselbe E-Mail-Adresse.`,
      external_user_id_repeated: () => "Eine andere Zeile hat dieselbe Nutzer-ID mit anderer E-Mail-Adresse.",
      external_user_id_on_other_connection: () =>
        "Diese Nutzer-ID gehört zur Verbindung eines anderen Kontos, die unverändert bleibt.",
      external_user_id_differs: () => "Die Verbindung hat eine andere Nutzer-ID und behält sie.",
    },
  },
};
