// The English words for every way a run or a list can fail: what happened, and what to do next.
import type { ImportFailure } from "../importer/state.ts";
import type { Format } from "./format.ts";

/** What happened, and the next step. */
export interface FailureWords {
  readonly title: string;
  readonly advice: string;
}

const retryLater = "Wait a moment, then retry. Your file and your choices are kept.";
const tellSupport = "Retry once; if it happens again, tell the support what is shown here.";

const failures: Record<ImportFailure["code"], FailureWords> = {
  unauthenticated: {
    title: "You are signed out",
    advice: "Sign in again in another tab, then come back here and retry. Your file stays here.",
  },
  forbidden: {
    title: "You have no permission for this application",
    advice: "Ask an owner of the application for the right to import users, then retry.",
  },
  "application-not-found": {
    title: "The application was not found",
    advice: "Check that the right project is selected in the portal.",
  },
  "source-not-found": {
    title: "The source was not found",
    advice: "It may have been deleted elsewhere. Look at Saved sources.",
  },
  "import-in-progress": {
    title: "Another import of this application is running",
    advice: "Wait until it has ended, then retry.",
  },
  "source-deleted": {
    title: "The source of this import was deleted",
    advice: "Go back to the preview and start again: that is a new import.",
  },
  "payload-too-large": {
    title: "The file is too large for the server",
    advice: "Split it into smaller files here, and import them one after the other.",
  },
  "too-many-users": {
    title: "Too many users for one import",
    advice: "Split the file into smaller ones here, and import them one after the other.",
  },
  "invalid-request": {
    title: "The server did not accept the request",
    advice: "Check the source name and the columns, then start again.",
  },
  malformed: { title: "The server could not read the request", advice: tellSupport },
  "unsupported-media-type": { title: "The server does not take the form of the request", advice: tellSupport },
  "idempotency-key-reused": {
    title: "The server knows this start with other content",
    advice: "Go back to the preview and start again: that is a new import.",
  },
  "rate-limited": { title: "Too many requests at the moment", advice: "The server asks to wait, then retry." },
  internal: { title: "The server had a problem", advice: retryLater },
  unavailable: { title: "The server is not available right now", advice: retryLater },
  network: {
    title: "The server could not be reached",
    advice: "Check your internet connection, then retry. Your file and your choices are kept.",
  },
  timeout: { title: "No answer in time", advice: "The server may still be working on it." },
  unexpected_answer: {
    title: "The answer was not what was expected",
    advice: "Often a login page or a proxy answered instead. Check that you are signed in, then retry.",
  },
  http: { title: "The server refused the request", advice: tellSupport },
  dry_run_not_offered: {
    title: "The server offers no trial run",
    advice: "Nothing was changed.",
  },
  cancelled: {
    title: "You cancelled the import",
    advice: "Waiting for the answer was stopped.",
  },
  unexpected: { title: "Something unexpected happened", advice: tellSupport },
};

export const englishFailures = {
  failures,
  failure: {
    status: (status: number, format: Format) => `HTTP ${format.code(String(status))}`,
    repeatSafe: "The users may have been saved all the same. Retrying is safe: nothing is imported twice.",
    checkFirst: "The users may have been saved all the same: check Saved sources first, before you retry.",
    nothingSaved: "Nothing was saved.",
    retry: "Retry",
    retryIn: (seconds: number, format: Format) =>
      `Retry is possible in ${seconds > 120 ? `${format.number(Math.ceil(seconds / 60))} min` : `${format.number(seconds)} s`}`,
    retryNow: "You can retry now.",
    back: "Back to the columns",
    checkSources: "Check Saved sources",
  },
};
