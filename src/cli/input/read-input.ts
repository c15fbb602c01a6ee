// Reads a file of users in any format as rows, and lists the rows with problems.

import { findCause } from "../../csv/rows/value-causes.ts";
import type { InputOptions } from "../commands/options.ts";
import { excerpt, plural, type Terminal } from "../terminal/terminal.ts";
import { causeText } from "./csv-text.ts";
import { type Input, type InputIssue, type InputRow, openFile } from "./open-file.ts";

/**
 * Opens and reads a file, or the query of `--from`.
 *
 * @param path null for a query
 * @throws InputError for a file or query that can't be used, or needs further flags.
 */
async function readInput(
  path: string | null,
  options: InputOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Input> {
  if (path === null) {
    const { readPostgres } = await import("./read-postgres.ts");
    return readPostgres(options, signal);
  }
  const file = await openFile(path, options.format, terminal, signal);
  if (file.format === "csv") {
    const { readCsvFile } = await import("./read-csv.ts");
    return readCsvFile(file, options, signal);
  }
  const { readJson, readNdjson } = await import("./read-json.ts");
  return file.format === "json" ? readJson(file, options) : readNdjson(file, options);
}

/** Reads a file or query, works with its rows, and closes it in any case. The parameters are those of `readInput`. */
export async function withInput<T>(
  path: string | null,
  options: InputOptions,
  terminal: Terminal,
  signal: AbortSignal,
  work: (input: Input) => Promise<T>,
): Promise<T> {
  const input = await readInput(path, options, terminal, signal);
  try {
    return await work(input);
  } finally {
    await input.close?.();
  }
}

/** The rows with problems of an input. */
export interface ProblemList {
  /** Rows seen so far. */
  readonly seen: number;
  /** Rows with problems so far. */
  readonly count: number;
  /** Rows without a user, which can't be sent. */
  readonly unreadable: number;
  /** The first rows with problems. */
  readonly listed: readonly InputRow[];
  add(row: InputRow): void;
}

/** Creates an empty list, which prints and keeps the first `maxListed` rows with problems and counts the others. */
export function createProblemList(unit: Input["unit"], maxListed: number, print: (line: string) => void): ProblemList {
  const listed: InputRow[] = [];
  const counts = { seen: 0, count: 0, unreadable: 0 };
  return {
    get seen() {
      return counts.seen;
    },
    get count() {
      return counts.count;
    },
    get unreadable() {
      return counts.unreadable;
    },
    listed,
    add(row) {
      counts.seen += 1;
      if (row.user === null) counts.unreadable += 1;
      if (row.issues.length === 0) return;
      counts.count += 1;
      if (listed.length >= maxListed) return;
      listed.push(row);
      print(`${unit} ${row.number}: ${row.issues.map(toIssueText).join("; ")}`);
    },
  };
}

/** The line that counts the rows with problems that were not printed; none if all were. */
export function toMoreProblems({ count, listed }: ProblemList, unit: Input["unit"]): string[] {
  const more = count - listed.length;
  return more > 0 ? [`… and ${plural(more, `more ${unit}`)} with problems.`] : [];
}

/** The listed rows as JSON: numbers and codes only. Logs of jobs are kept for long, so personal data is left out. */
export function toProblemJson({ listed }: ProblemList, unit: Input["unit"]): readonly object[] {
  return listed.map(({ number, issues }) => ({
    [unit]: number,
    issues: issues.map((issue) => ({ field: issue.field, code: issue.code, ...toCauseMember(issue) })),
  }));
}

function toCauseMember(issue: InputIssue): { readonly cause?: string } {
  const cause = findCause(issue);
  return cause === null ? {} : { cause };
}

// Only dates are quoted: a date alone identifies nobody.
function toIssueText(issue: InputIssue): string {
  const { field, code, value } = issue;
  if (code === "control_character" && value.includes("\uFFFD")) {
    return `${field} is damaged: it contains U+FFFD in place of letters`;
  }
  const cause = causeText(issue);
  const text = issueTexts[code](field ?? "");
  if (code === "invalid_date") return `${cause === null ? text : `${field}: ${cause}`} (${excerpt(value, 40)})`;
  return cause === null ? text : `${text}: ${cause}`;
}

const issueTexts: Readonly<Record<InputIssue["code"], (field: string) => string>> = {
  required: (field) => `${field} is missing`,
  too_long: (field) => `${field} is too long`,
  control_character: (field) => `${field} contains a control character`,
  invalid_email: () => "email is not a valid address",
  invalid_date: (field) => `${field} is not a date such as 2026-05-01`,
  invalid_type: (field) => `${field} is not a text`,
  shifted: (field) => `more cells than the header, so ${field} may be cut or come from another column`,
  not_an_object: () => "not a JSON object",
  not_json: () => "not valid JSON",
  not_utf8: () => "not UTF-8; if the whole file is in another encoding, name it with --encoding",
  line_too_long: () => "longer than 1 MiB",
};
