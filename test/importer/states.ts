// Every state of the importer, reached by events as in the card.
import type { RowResult } from "../../src/contract/import.ts";
import { suggestMapping } from "../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../src/csv/read/read-csv.ts";
import type { ImporterEvent } from "../../src/importer/events.ts";
import { toIdle } from "../../src/importer/machine/before-review.ts";
import { transition } from "../../src/importer/machine/transition.ts";
import type {
  ChosenFile,
  ImporterState,
  ImportFailure,
  ReadChoices,
  ReviewingState,
} from "../../src/importer/state.ts";

export type StateOf<Status extends ImporterState["status"]> = Extract<ImporterState, { status: Status }>;

const sourceName = "User Export 2026-05-03";

/** The guide's columns; row 3 has no email, row 4 has the email of row 2. */
export const usersFile = chosen(
  "users.csv",
  "user_id,email,name,registration_date\nlegacy_1,one@example.com,User One,\nlegacy_2,,User Two,\nlegacy_3,one@example.com,User Three,\n",
);

/** A file as it was chosen. */
export function chosen(name: string, text: string): ChosenFile {
  const content = new File([text], name);
  return { name, size: content.size, content };
}

/** What reading a file says. */
export async function readFact(file: ChosenFile, choices: ReadChoices = {}): Promise<ImporterEvent> {
  const read = await readCsv(file.content, choices);
  if (!read.ok) return { type: "fileRefused", refusal: { fileName: file.name, file, choices, issue: read.issue } };
  return { type: "fileRead", table: read.table, suggestion: suggestMapping(read.table) };
}

/** The state after these events; the test fails where it is not the one that was expected. */
export function follow<Status extends ImporterState["status"]>(
  status: Status,
  start: ImporterState,
  ...events: readonly ImporterEvent[]
): StateOf<Status> {
  const state = events.reduce(transition, start);
  if (state.status !== status) throw new Error(`The state is ${state.status}, not ${status}`);
  return state as StateOf<Status>;
}

/** A file that was read and not touched. */
export async function review(file: ChosenFile = usersFile): Promise<ReviewingState> {
  return follow("reviewing", toIdle(sourceName), { type: "fileChosen", file }, await readFact(file));
}

/** A file of which one import takes only some users. */
export async function reviewOfMany(maxUsers: number, file: ChosenFile = usersFile): Promise<ReviewingState> {
  const read = { ...(await readFact(file)), maxUsers } as ImporterEvent;
  return follow("reviewing", toIdle(sourceName), { type: "fileChosen", file }, read);
}

/** The same file read again, as a change of delimiter, encoding or header row does. */
export async function reread(state: ImporterState, choices: ReadChoices): Promise<ReviewingState> {
  const reading = follow("reading", state, { type: "dialectChanged", choices });
  return follow("reviewing", reading, await readFact(reading.file, reading.choices));
}

export const started: ImporterEvent = { type: "importStarted", key: "key-00001", startedAt: 1_000, skipInvalid: false };

/** A run that failed in a way that leaves open whether it was saved, or not. */
export function failed(outcomeUnknown: boolean): ImporterEvent {
  return { type: "importFailed", failure: failureOf(outcomeUnknown ? "timeout" : "forbidden", outcomeUnknown) };
}

/** A failure with this code. */
function failureOf(code: ImportFailure["code"], outcomeUnknown: boolean): ImportFailure {
  return { code, status: null, retryAt: null, askedToWaitUntil: null, outcomeUnknown, cause: null };
}

/** A result for one position of `users`. */
export function result(index: number, status: string): RowResult {
  return {
    index,
    status,
    externalUserId: "",
    email: "",
    connectionId: null,
    code: null,
    field: null,
    warnings: [],
  };
}

/** An answer with these statuses, in the order of `users`. */
export function finished(...statuses: readonly string[]): ImporterEvent {
  return {
    type: "importFinished",
    response: { source: null, results: statuses.map((s, i) => result(i, s)) },
    finishedAt: 4_000,
  };
}

/** One state of each kind. */
export async function everyState(): Promise<{ readonly [Status in ImporterState["status"]]: StateOf<Status> }> {
  const idle = toIdle(sourceName);
  const reviewing = await review();
  const importing = follow("importing", reviewing, started);
  return {
    idle,
    reading: follow("reading", idle, { type: "fileChosen", file: usersFile }),
    reviewing,
    importing,
    paused: follow("paused", await reviewOfMany(1), started, events.pauseChosen, finished("imported")),
    failed: follow("failed", importing, failed(true)),
    finished: follow("finished", importing, finished("imported", "invalid_row", "already_connected")),
  };
}

/** One event of each kind. */
export const events: { readonly [Type in ImporterEvent["type"]]: ImporterEvent } = {
  fileChosen: { type: "fileChosen", file: chosen("other.csv", "id,mail\n1,a@example.com\n") },
  readProgressed: { type: "readProgressed", share: 0.5 },
  fileRead: await readFact(usersFile),
  fileRefused: { type: "fileRefused", refusal: { fileName: "a.csv", issue: { code: "several_files", count: 2 } } },
  dialectChanged: { type: "dialectChanged", choices: { delimiter: ";" } },
  refusalOverruled: { type: "refusalOverruled", choices: { overflow: "first" } },
  columnAssigned: { type: "columnAssigned", field: "name", column: null },
  datesConverted: { type: "datesConverted", field: "registrationDate", format: "day_month_year" },
  namesJoined: { type: "namesJoined", joined: true },
  textsEmptied: { type: "textsEmptied", texts: ["NULL"] },
  textsRepaired: { type: "textsRepaired", field: "email", repair: (text) => text },
  emailUsedAsId: { type: "emailUsedAsId", used: true },
  domainRepaired: { type: "domainRepaired", from: "gmial.com", to: "gmail.com" },
  mappingForgotten: { type: "mappingForgotten", signature: null },
  cellCorrected: { type: "cellCorrected", row: 3, field: "email", text: "two@example.com" },
  correctionsUndone: { type: "correctionsUndone" },
  textsReplaced: {
    type: "textsReplaced",
    search: { field: "name", find: "User", replacement: "Person", isWholeCell: false },
  },
  replacementUndone: { type: "replacementUndone" },
  rowsLeftOut: { type: "rowsLeftOut", rows: [4], leftOut: true },
  mergeDecided: { type: "mergeDecided", decision: "apply" },
  sourceNamed: { type: "sourceNamed", sourceName: "May", edited: true },
  importStarted: started,
  checkStarted: { type: "checkStarted", skipInvalid: false },
  checkFinished: { type: "checkFinished", results: [result(0, "imported")], finishedAt: 3_000 },
  checkFailed: { type: "checkFailed", failure: failureOf("forbidden", false) },
  attemptFailed: { type: "attemptFailed", retry: { attempt: 2, attempts: 4, at: 2_000 } },
  importFinished: finished("imported", "invalid_row", "already_connected"),
  importFailed: failed(false),
  pauseChosen: { type: "pauseChosen", isPausing: true },
  continued: { type: "continued", continuedAt: 5_000 },
  importEnded: { type: "importEnded", endedAt: 6_000 },
  restChosen: { type: "restChosen", sourceName: "User Export 2026-05-03 (2)" },
  cancelled: { type: "cancelled" },
  retried: { type: "retried" },
  reviewResumed: { type: "reviewResumed" },
  restarted: { type: "restarted", sourceName: "User Export 2026-05-04" },
};
