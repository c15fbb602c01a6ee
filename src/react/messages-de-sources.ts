// The German words of saved sources, and of the dialog before one is deleted.
import type { Messages } from "./messages.ts";

export const germanSources: Pick<Messages, "sources" | "deletion"> = {
  sources: {
    heading: "Gespeicherte Quellen",
    count: (shown, more, format) =>
      more
        ? format.count(shown, { one: "#+ Import", other: "#+ Importe" })
        : format.count(shown, { one: "# Import", other: "# Importe" }),
    caption: "Gespeicherte Quellen, neueste zuerst",
    name: "Name",
    date: "Importiert am",
    rows: "Zeilen",
    result: "Ergebnis",
    actions: "Aktionen",
    unnamed: "(ohne Namen)",
    noCounters: "Die Zahlen sind nicht bekannt",
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
      format.count(count, { one: "# war schon vorher weg.", other: "# waren schon vorher weg." }),
    reactivatedKept: (count, format) =>
      format.count(count, {
        one: "# reaktivierte Verbindung bleibt aktiv.",
        other: "# reaktivierte Verbindungen bleiben aktiv.",
      }),
    alreadyDeleted: "Sie war schon vorher gelöscht.",
    dismiss: "Ausblenden",
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
        one: "# Verbindung dieses Imports ist bereits weg.",
        other: "# Verbindungen dieses Imports sind bereits weg.",
      }),
    final: "Die Nutzer behalten ihre LoginSign-Konten. Das lässt sich nicht rückgängig machen.",
    keep: "Quelle behalten",
    delete: "Quelle löschen",
    failed: "Die Quelle konnte nicht gelöscht werden",
    forbidden: "Sie dürfen Quellen dieser Anwendung nicht löschen.",
    mayBeGone:
      "Die Quelle ist möglicherweise trotzdem weg: Schließen Sie dieses Fenster, dann wird die Liste aktualisiert.",
    notDeleted: "Es wurde nichts entfernt. Sie können es noch einmal versuchen.",
    deleting: "Wird gelöscht …",
  },
};
