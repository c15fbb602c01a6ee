// What became of each row, as a CSV file that a spreadsheet can open safely; it grows with the run and survives its end.
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { stringify } from "../../csv/write/stringify.ts";
import type { UserOutcome } from "../../sync/report/outcome.ts";
import type { Input } from "../input/input-row.ts";
import { InputError } from "../terminal/cli-errors.ts";
import type { SettledRow } from "./row-queue.ts";

/** A results file that is being written. */
export interface ResultsFile {
  add(rows: readonly SettledRow[]): Promise<void>;
  /** Writes what is left. */
  flush(): Promise<void>;
  /** Writes what is left and closes it. */
  close(): Promise<void>;
}

const mostWaiting = 1000;

/**
 * Opens it, for its owner alone. A resumed run goes on behind the rows that it will not hear of again.
 *
 * @throws InputError where it can't be written.
 */
export async function openResults(path: string, unit: Input["unit"], isResumed: boolean): Promise<ResultsFile> {
  const header = [unit, "user_id", "email", "outcome", "status", "reason", "source"];
  const file = await openFile(path, isResumed);
  const { size } = await file.stat();
  let isNew = size === 0;
  let isPlaced = !isResumed || isNew;
  let waiting: SettledRow[] = [];

  async function flush(): Promise<void> {
    const [first] = waiting;
    if (!first && !isNew) return;
    if (first && !isPlaced) await file.truncate(await findRow(path, first.row.number));
    isPlaced = true;
    // Each part with the header, which decides about apostrophes, and only the first one keeps it.
    const text = stringify([header, ...waiting.map(toCells)], { bom: isNew });
    await file.appendFile(isNew ? text : text.slice(text.indexOf("\n") + 1)).catch((error) => refuse(path, error));
    isNew = false;
    waiting = [];
  }

  return {
    flush,
    async add(rows) {
      waiting.push(...rows);
      if (waiting.length >= mostWaiting) await flush();
    },
    async close() {
      await flush().finally(() => file.close());
    },
  };
}

function openFile(path: string, isResumed: boolean): Promise<FileHandle> {
  return open(path, isResumed ? "a+" : "w", 0o600).catch((error) => refuse(path, error));
}

function refuse(path: string, cause: NodeJS.ErrnoException): never {
  throw new InputError("results_unwritable", `--results ${path} can't be written: ${cause.code}.`, { cause });
}

// Where the line of this row begins: after a crash the rows of one batch are told again. The end where there is none.
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
  // Half a line is what a crash leaves: it is written anew.
  return offset;
}

function toCells({ row, outcome }: SettledRow): string[] {
  const { externalUserId = "", email = "" } = row.user ?? {};
  const texts = outcome ? toTexts(outcome) : heldBack(row);
  return [String(row.number), ...[externalUserId, email, ...texts].map((text) => text.replace(/[\r\n]+/g, " "))];
}

function heldBack({ issues }: SettledRow["row"]): string[] {
  return ["held_back", "", issues.map(({ field, code }) => [field, code].filter(Boolean).join(" ")).join("; "), ""];
}

function toTexts(outcome: UserOutcome): string[] {
  switch (outcome.kind) {
    case "acknowledged": {
      const warnings = outcome.warnings.map(({ code }) => code).join("; ");
      return ["acknowledged", outcome.status, warnings, outcome.sourceId ?? ""];
    }
    case "refused": {
      const reason = [outcome.field, outcome.code].filter(Boolean).join(" ");
      return ["refused", outcome.status, reason, outcome.sourceId ?? ""];
    }
    case "pending":
      return ["pending", outcome.status ?? "", outcome.reason, outcome.sourceId ?? ""];
  }
}
