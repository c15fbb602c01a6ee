// The German words for every way a run or a list can fail: what happened, and what to do next.
import type { ImportFailure } from "../importer/state.ts";
import type { englishFailures, FailureWords } from "./messages-en-failures.ts";

const retryLater =
  "Warten Sie einen Moment und versuchen Sie es dann erneut. Datei und Einstellungen bleiben erhalten.";
const tellSupport = "Versuchen Sie es noch einmal. Tritt es wieder auf, nennen Sie dem Support, was hier steht.";

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
  "unsupported-media-type": { title: "Der Server nimmt die Form der Anfrage nicht an", advice: tellSupport },
  "idempotency-key-reused": {
    title: "Der Server kennt diesen Start mit anderem Inhalt",
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

export const germanFailures: typeof englishFailures = {
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
    back: "Zurück zu den Spalten",
    checkSources: "Gespeicherte Quellen prüfen",
  },
};
