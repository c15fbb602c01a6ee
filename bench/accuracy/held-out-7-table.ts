// Makes the files of the seventh held-out set that are written out, each with its table.
import type { Case, ExpectedTable, FieldKey, Values } from "./case.ts";
import { fieldKeys } from "./case.ts";

export interface Row {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly since: string;
  readonly seen: string;
}

export const rows: readonly Row[] = [
  "1001 ada@example.com Ada_Moore 2024-01-10 2025-03-14",
  "1002 bo@example.org Bo_Chan 2024-02-25 2025-04-02",
  "1003 cy@example.net Cy_Roe 2023-11-05 2025-01-30",
  "1004 dee@example.com Dee_Park 2022-07-19 2025-02-07",
  "1005 eli@example.org Eli_Stone 2021-12-31 2025-05-16",
  "1006 fay@example.net Fay_Marsh 2020-09-08 2025-03-03",
  "1007 gus@example.com Gus_Ward 2024-03-27 2025-06-21",
  "1008 hal@example.org Hal_Reed 2023-05-13 2025-02-28",
].map((line) => {
  const [id = "", email = "", name = "", since = "", seen = ""] = line.split(" ");
  return { id, email, name: name.replace("_", " "), since, seen };
});

const keyOf = {
  externalUserId: "id",
  email: "email",
  name: "name",
  registrationDate: "since",
  lastLoginDate: "seen",
} as const;

interface Want {
  /** The columns of id, email, name, since and seen, from 1; null for none. */
  readonly columns: readonly (number | null)[];
  readonly delimiter?: string;
  readonly header?: number | null;
  readonly parts?: readonly number[];
  /** Texts that differ from the people above. */
  readonly cell?: Partial<Record<keyof Row, (row: Row, index: number) => string>>;
  readonly converted?: ExpectedTable["converted"];
  readonly told?: readonly string[];
  readonly encoding?: string;
  readonly mark?: boolean;
  readonly chosen?: Case["chosen"];
}

/** A file written out, with the columns that a person would choose. */
export function raw(name: string, text: string, want: Want) {
  const columnOf = Object.fromEntries(fieldKeys.map((key, index) => [key, want.columns[index] ?? null]));
  const mapping = Object.fromEntries(
    fieldKeys.map((key) => {
      const column = columnOf[key] ?? null;
      return [key, { column: column === null ? null : column - 1, also: [] }];
    }),
  ) as unknown as ExpectedTable["mapping"];
  const valuesOf = (row: Row, index: number): Values =>
    Object.fromEntries(
      fieldKeys
        .filter((key: FieldKey) => columnOf[key] !== null)
        .map((key) => [key, want.cell?.[keyOf[key]]?.(row, index) ?? row[keyOf[key]]]),
    );
  const table: ExpectedTable = {
    ...(want.delimiter && { delimiter: want.delimiter }),
    ...(want.header !== undefined && { headerRow: want.header }),
    mapping,
    nameColumns: want.parts?.map((part) => part - 1) ?? null,
    eitherOrder: false,
    rows: rows.map(valuesOf),
    converted: want.converted ?? {},
  };
  return {
    name,
    columns: "x=int",
    rows: 1,
    text: () => text,
    expect: () => table,
    ...(want.told && { told: want.told }),
    ...(want.encoding && { encoding: want.encoding }),
    ...(want.mark && { mark: true }),
    ...(want.chosen && { chosen: want.chosen }),
  };
}

export const refused = (name: string, text: string, refusal: readonly string[]) => ({
  name,
  columns: "x=int",
  rows: 1,
  text: () => text,
  refusal,
});

export const lines = (write: (row: Row, index: number) => string, end = "\n") => rows.map(write).join(end);
