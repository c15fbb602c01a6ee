// Writes the outcome of each row to the results file (CSV) and to the ledger.
import { createReadStream } from "node:fs";
import { type FileHandle, stat } from "node:fs/promises";
import type { UserInput } from "../../contract/user.ts";
import { stringify } from "../../csv/write/stringify.ts";
import { type FileLedger, openFileLedger } from "../../sync/ledger/file-ledger.ts";
import { recordOutcomes } from "../../sync/ledger/ledger.ts";
import { openInPlace } from "../../sync/node-files.ts";
import type { UserOutcome } from "../../sync/report/outcome.ts";
import { causeText } from "../input/csv-text.ts";
import type { Input, InputRow } from "../input/open-file.ts";
import { InputError } from "../terminal/terminal.ts";

/** Works with the ledger of a target in a file, where one is named, and closes it. */
export async function withLedger<T>(
  path: string | undefined,
  target: string,
  work: (ledger: FileLedger | undefined) => T | Promise<T>,
): Promise<T> {
  const ledger = path === undefined ? undefined : await openFileLedger(path, { target });
  try {
    return await work(ledger);
  } finally {
    await ledger?.close();
  }
}

/** The open files of a run. */
export interface OutcomeFiles {
  onOutcome(user: UserInput, outcome: UserOutcome, position: number): Promise<void>;
  /** Writes all outcomes so far, so that a checkpoint can call them done. */
  flush(): Promise<void>;
  /** Writes the rest and closes the files. @param isComplete true if every row of the input was read. */
  close(isComplete: boolean): Promise<void>;
}

/** The files to open. */
export interface OutcomeFileOptions {
  readonly results: string | undefined;
  readonly ledger: string | undefined;
  /** The server and the application of the run. */
  readonly target: string;
  readonly unit: Input["unit"];
  /** When the run to resume began, in milliseconds since the epoch; null for a new run. */
  readonly resumed: number | null;
}

/** Opens the files. @throws InputError or SyncError for a file that can't be written. */
export async function openOutcomeFiles(options: OutcomeFileOptions, queue: RowQueue): Promise<OutcomeFiles> {
  const { results: path, ledger: ledgerPath, target, unit, resumed } = options;
  const ledger = ledgerPath === undefined ? null : await openFileLedger(ledgerPath, { target });
  const closeLedger = async (error: unknown): Promise<never> => {
    await ledger?.close();
    throw error;
  };
  const results = path === undefined ? null : await openResultsFile(path, unit, resumed !== null).catch(closeLedger);
  // Nothing that a resumed run connects is older than the run, even if the clock was set back in between.
  const recorder = ledger && recordOutcomes(ledger, { now: () => Math.max(Date.now(), resumed ?? 0) });
  const flush = async () => {
    await results?.flush();
    await recorder?.flush();
  };
  return {
    flush,
    async onOutcome(user, outcome, position) {
      const settled = queue.settle(position, outcome);
      await results?.add(settled);
      await recorder?.onOutcome(user, outcome);
    },
    async close(isComplete) {
      try {
        if (isComplete) await results?.add(queue.rest());
        await flush();
      } finally {
        await (results?.close() ?? Promise.resolve()).finally(() => ledger?.close());
      }
    },
  };
}

/** A row with its outcome. */
interface SettledRow {
  readonly row: InputRow;
  /** Null for a row that was not sent. */
  readonly outcome: UserOutcome | null;
  /** Why a row without problems was not sent. */
  readonly unsent: string | null;
}

/** Rows between being read and being settled, in the order of the input. */
export interface RowQueue {
  /** Rows held back so far, including earlier parts of a resumed run. */
  readonly heldBack: number;
  /** Adds a row that was read. @param isSent false for a row that is held back, or not sent for the reason `unsent`. */
  add(row: InputRow, isSent: boolean, unsent?: string | null): void;
  /** Removes the sent row at this position and the held-back rows before it. */
  settle(position: number, outcome: UserOutcome): SettledRow[];
  /** Removes the rows held back after the last sent one. */
  rest(): SettledRow[];
}

/** Creates an empty queue. @param isAnswered true for positions that an earlier part of the run has settled. */
export function createRowQueue(isAnswered: (position: number) => boolean): RowQueue {
  const waiting: (Omit<SettledRow, "outcome"> & { readonly position: number; readonly isSent: boolean })[] = [];
  let next = 0;
  let heldBack = 0;
  return {
    get heldBack() {
      return heldBack;
    },
    add(row, isSent, unsent = null) {
      const position = next;
      if (isSent) next += 1;
      else if (unsent === null) heldBack += 1;
      if (!isAnswered(position)) waiting.push({ row, position, isSent, unsent });
    },
    settle(position, outcome) {
      const settled: SettledRow[] = [];
      for (let first = waiting[0]; first && first.position <= position; first = waiting[0]) {
        waiting.shift();
        const { row, isSent, unsent } = first;
        settled.push({ row, unsent, outcome: isSent ? outcome : null });
        if (first.isSent) break;
      }
      return settled;
    },
    rest: () => waiting.splice(0).flatMap(({ row, isSent, unsent }) => (isSent ? [] : { row, unsent, outcome: null })),
  };
}

interface ResultsFile {
  add(rows: readonly SettledRow[]): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

const maxWaiting = 1000;

// Readable by its owner only, and safe to open in a spreadsheet. A resumed run continues after the rows settled before.
async function openResultsFile(path: string, unit: Input["unit"], isResumed: boolean): Promise<ResultsFile> {
  const header = [unit, "user_id", "email", "outcome", "status", "reason", "source"];
  const file = await openForWriting(path, isResumed);
  const { size } = await file.stat();
  let isNew = size === 0;
  let isPositioned = !isResumed || isNew;
  let waiting: SettledRow[] = [];

  async function flush(): Promise<void> {
    const [first] = waiting;
    if (!first && !isNew) return;
    if (first && !isPositioned) await file.truncate(await findRow(path, first.row.number));
    isPositioned = true;
    // stringify decides about apostrophes by the header, so each part has one; only the first part keeps it.
    const text = stringify([header, ...waiting.map(toCells)], { bom: isNew });
    await file.appendFile(isNew ? text : text.slice(text.indexOf("\n") + 1)).catch((error) => refuse(path, error));
    isNew = false;
    waiting = [];
  }

  return {
    flush,
    async add(rows) {
      waiting.push(...rows);
      if (waiting.length >= maxWaiting) await flush();
    },
    async close() {
      try {
        await flush();
        await requireStillThere(path, file);
      } finally {
        await file.close();
      }
    },
  };
}

// Another run that was given the same file has put its own in its place.
async function requireStillThere(path: string, file: FileHandle): Promise<void> {
  const [own, found] = await Promise.all([file.stat(), stat(path).catch(() => null)]);
  if (!own.isFile() || (found?.ino === own.ino && found.dev === own.dev)) return;
  const message = `--results ${path} was replaced or deleted during the run, so the results of this run are lost.`;
  throw new InputError("results_unwritable", `${message} Give each run a file of its own.`);
}

function openForWriting(path: string, isResumed: boolean): Promise<FileHandle> {
  return openInPlace(path, isResumed).catch((error) => refuse(path, error));
}

function refuse(path: string, cause: NodeJS.ErrnoException): never {
  throw new InputError("results_unwritable", `--results ${path} ${toUnwritableText(cause)}`, { cause });
}

/** Why a file can't be written, as the end of a sentence. */
export function toUnwritableText({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ELOOP") return "is a symbolic link. Name the file itself.";
  return `can't be written: ${code ?? message}.`;
}

// The offset of this row's line, or the end of the file: after a crash the rows of one batch are settled again.
async function findRow(path: string, number: number): Promise<number> {
  let offset = 0;
  let rest = "";
  for await (const chunk of createReadStream(path, "latin1")) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (Number(/^(\d+),/.exec(line)?.[1] ?? 0) >= number) return offset;
      offset += line.length + 1;
    }
  }
  // A crash may leave half a line at the end, which is written again.
  return offset;
}

function toCells({ row, outcome, unsent }: SettledRow): string[] {
  const { externalUserId = "", email = "" } = row.user ?? {};
  const unsentTexts = unsent === null ? heldBackTexts(row) : ["not_sent", "", unsent, ""];
  const texts = outcome ? outcomeTexts(outcome, row) : unsentTexts;
  return [String(row.number), ...[externalUserId, email, ...texts].map((text) => text.replace(/[\r\n]+/g, " "))];
}

function heldBackTexts(row: InputRow): string[] {
  return ["held_back", "", row.issues.map(({ field, code }) => toReason(row, field, code)).join("; "), ""];
}

// The field and the code of a problem, and what exactly is wrong with the value where that is certain.
function toReason({ issues }: InputRow, field: string | null, code: string | null): string {
  const issue = issues.find((one) => one.field === field && one.code === code);
  const cause = issue ? causeText(issue) : null;
  const reason = [field, code].filter(Boolean).join(" ");
  return cause === null ? reason : `${reason}: ${cause}`;
}

function outcomeTexts(outcome: UserOutcome, row: InputRow): string[] {
  switch (outcome.kind) {
    case "acknowledged": {
      const warnings = outcome.warnings.map(({ code }) => code).join("; ");
      return ["acknowledged", outcome.status, warnings, outcome.sourceId ?? ""];
    }
    case "refused":
      return ["refused", outcome.status, toReason(row, outcome.field, outcome.code), outcome.sourceId ?? ""];
    case "pending":
      return ["pending", outcome.status ?? "", outcome.reason, outcome.sourceId ?? ""];
  }
}
