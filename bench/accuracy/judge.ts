// Compares the outcome of a reader with the expected one, and describes each difference in words.
import type { Case, DateField, ExpectedTable, Outcome, Reader, Values } from "./case.ts";
import { fieldKeys } from "./case.ts";

type ReadTable = Exclude<Outcome, { refusal: string }>;

export interface Verdict {
  readonly case: Case;
  /** Fields that have a column in the file; how many of them were found; and columns taken for a field they are not. */
  readonly wanted: number;
  readonly found: number;
  readonly wrong: number;
  /** Empty: the file is wholly right. */
  readonly faults: readonly string[];
}

export function judge(one: Case, outcome: Outcome, reader: Reader): Verdict {
  const { expected } = one;
  if ("refusal" in expected) return verdict(one, 0, 0, 0, refusalFaults(expected.refusal, outcome, reader));
  const wanted = fieldKeys.filter((key) => expected.mapping[key].column !== null).length;
  if ("refusal" in outcome) return verdict(one, wanted, 0, 0, [`refused as ${outcome.refusal}, but it can be read`]);
  const mapping = mappingOf(expected, outcome);
  return verdict(one, wanted, mapping.found, mapping.wrong, [
    ...mapping.faults,
    ...rowFaults(expected, outcome),
    ...(reader.judgeOffers
      ? [...dialectFaults(expected, outcome), ...offerFaults(expected, outcome), ...toldFaults(expected, outcome)]
      : []),
  ]);
}

function verdict(one: Case, wanted: number, found: number, wrong: number, faults: readonly string[]): Verdict {
  return { case: one, wanted, found, wrong, faults };
}

function refusalFaults(codes: readonly string[], outcome: Outcome, reader: Reader): string[] {
  if (!("refusal" in outcome)) return [`taken as a table of ${outcome.rows.length} rows; wanted ${codes.join(" or ")}`];
  if (!reader.judgeOffers || codes.includes(outcome.refusal)) return [];
  return [`refused as ${outcome.refusal}; wanted ${codes.join(" or ")}`];
}

function mappingOf(expected: ExpectedTable, outcome: ReadTable): { found: number; wrong: number; faults: string[] } {
  const faults: string[] = [];
  let found = 0;
  let wrong = 0;
  for (const key of fieldKeys) {
    const { column, also } = expected.mapping[key];
    const got = outcome.mapping[key];
    if (got === column || (got !== null && also.includes(got))) {
      if (column !== null) found += 1;
      continue;
    }
    if (got !== null) wrong += 1;
    faults.push(`${key}: wanted column ${place(column)}, got ${place(got)}`);
  }
  return { found, wrong, faults };
}

function place(column: number | null): string {
  return column === null ? "none" : String(column + 1);
}

/** Rows that can't become users (footers, a header in the middle) may be kept or left out: they are not compared. */
function rowFaults(expected: ExpectedTable, outcome: ReadTable): string[] {
  const keys = fieldKeys.filter((key) => {
    const { column } = expected.mapping[key];
    return column !== null && outcome.mapping[key] === column;
  });
  const users = keys.includes("email") ? outcome.rows.filter((row) => row.email?.includes("@")) : outcome.rows;
  if (users.length !== expected.rows.length) return [`wanted ${expected.rows.length} rows, got ${users.length}`];
  for (const [index, want] of expected.rows.entries()) {
    const bad = keys.find((key) => textOf(want, key) !== textOf(users[index] ?? {}, key));
    if (bad) return [`row ${index + 1}, ${bad}: wanted ${shown(want[bad])}, got ${shown(users[index]?.[bad])}`];
  }
  return [];
}

function textOf(row: Values, key: keyof Values): string {
  const text = (row[key] ?? "").trim();
  return key === "email" ? text.toLowerCase() : text;
}

function shown(text: string | undefined): string {
  return JSON.stringify(text ?? null);
}

function dialectFaults(expected: ExpectedTable, outcome: ReadTable): string[] {
  const faults: string[] = [];
  if (expected.delimiter !== undefined && outcome.delimiter !== expected.delimiter)
    faults.push(`delimiter: wanted ${shown(expected.delimiter)}, got ${shown(outcome.delimiter ?? undefined)}`);
  if (expected.headerRow !== undefined && outcome.headerRow !== expected.headerRow)
    faults.push(`header row: wanted ${expected.headerRow ?? "none"}, got ${outcome.headerRow ?? "none"}`);
  return faults;
}

function offerFaults(expected: ExpectedTable, outcome: ReadTable): string[] {
  const faults: string[] = [];
  const parts = (columns: readonly number[] | null) => columns?.map((column) => column + 1).join(" + ") ?? "none";
  const hasName = expected.mapping.name.column !== null || expected.mapping.name.also.length > 0;
  const order = (columns: readonly number[] | null) => (expected.eitherOrder ? (columns?.toSorted() ?? null) : columns);
  if (!hasName && parts(order(outcome.nameColumns)) !== parts(order(expected.nameColumns)))
    faults.push(`name to join: wanted ${parts(expected.nameColumns)}, got ${parts(outcome.nameColumns)}`);
  for (const key of ["registrationDate", "lastLoginDate"] as const) faults.push(...dateFaults(key, expected, outcome));
  return faults;
}

function toldFaults({ told }: ExpectedTable, outcome: ReadTable): string[] {
  const [want, got] = [told?.toSorted().join(", "), outcome.told.toSorted().join(", ")];
  return want === undefined || want === got ? [] : [`told: wanted ${want || "nothing"}, got ${got || "nothing"}`];
}

function dateFaults(key: DateField, expected: ExpectedTable, outcome: ReadTable): string[] {
  const want = expected.converted[key];
  const got = outcome.converted[key];
  if (outcome.mapping[key] !== expected.mapping[key].column) return [];
  if (want === undefined) return got === undefined ? [] : [`${key}: needs no conversion, but ${shown(got)} is offered`];
  return got?.startsWith(want) ? [] : [`${key} converted: wanted ${shown(want)}, got ${shown(got)}`];
}
