// Rows with problems: printed with their numbers, the first ones whole and the others counted.

import { plural } from "../terminal/numbers.ts";
import { excerpt } from "../terminal/printable.ts";
import type { Input, InputIssue, InputRow } from "./input-row.ts";

/** Rows with problems, as they come. */
export interface Problems {
  /** Rows seen so far, and how many of them have problems. */
  readonly seen: number;
  readonly count: number;
  /** Rows without any user in them, which can't be sent. */
  readonly unreadable: number;
  /** The first rows with problems. */
  readonly listed: readonly InputRow[];
  add(row: InputRow): void;
}

/** Collects them. @param print told of each of the first ones. @param most how many those are. */
export function createProblems(unit: Input["unit"], most: number, print: (line: string) => void): Problems {
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
      if (listed.length >= most) return;
      listed.push(row);
      print(toProblemText(unit, row));
    },
  };
}

/** Says that there are more than were printed; nothing where there are not. */
export function toRest({ count, listed }: Problems, unit: Input["unit"]): string[] {
  const more = count - listed.length;
  return more > 0 ? [`… and ${plural(more, `more ${unit}`)} with problems.`] : [];
}

function toProblemText(unit: Input["unit"], { number, issues }: InputRow): string {
  return `${unit} ${number}: ${issues.map(toIssueText).join("; ")}`;
}

/** The rows for a program: numbers and codes. What jobs print is kept for long, so no values of people are in it. */
export function toProblemList({ listed }: Problems, unit: Input["unit"]): readonly object[] {
  return listed.map(({ number, issues }) => ({
    [unit]: number,
    issues: issues.map(({ field, code }) => ({ field, code })),
  }));
}

// A date alone tells nobody who it belongs to.
function toIssueText({ field, code, value }: InputIssue): string {
  const text = words[code](field ?? "");
  return code === "invalid_date" ? `${text} (${excerpt(value, 40)})` : text;
}

const words: Readonly<Record<InputIssue["code"], (field: string) => string>> = {
  required: (field) => `${field} is missing`,
  too_long: (field) => `${field} is too long`,
  control_character: (field) => `${field} holds a control character`,
  invalid_email: () => "email is not an address",
  invalid_date: (field) => `${field} is not a date such as 2026-05-01`,
  invalid_type: (field) => `${field} is not a text`,
  not_an_object: () => "not a user",
  not_json: () => "not JSON",
  line_too_long: () => "longer than 1 MiB",
};
