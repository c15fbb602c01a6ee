// What every format becomes: users in their order, each with the number under which a person finds it.
import type { RowIssue, UserInput } from "../../contract/user.ts";
import type { Format } from "./input-options.ts";

/** What can be wrong with one row: the row rule's codes, and a line that is no JSON. */
export type InputIssue = Omit<RowIssue, "code"> & { readonly code: RowIssue["code"] | "not_json" | "line_too_long" };

/** One user of the input. */
export interface InputRow {
  /** The row a spreadsheet shows, the line of an NDJSON file, or the place in a JSON array, counted from 1. */
  readonly number: number;
  /** What goes over the wire; null where there is no user that could be judged by a server. */
  readonly user: UserInput | null;
  readonly issues: readonly InputIssue[];
}

/** A file, understood. */
export interface Input {
  readonly format: Format;
  /** What a person calls its parts. */
  readonly unit: "row" | "line" | "record";
  /** Null where it is not known before the end; else the rows can be read as often as wanted. */
  readonly total: number | null;
  /** How it was read, and what was noticed. */
  readonly notes: readonly string[];
  readonly rows: Iterable<InputRow> | AsyncIterable<InputRow>;
}
