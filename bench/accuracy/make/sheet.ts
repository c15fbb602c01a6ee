// Makes a case from the description of a sheet: writes the file, and derives the expected outcome.
import type { Case, ExpectedTable } from "../case.ts";
import type { Column } from "./columns.ts";
import { columnsOf } from "./columns.ts";
import type { EncodingName } from "./encode.ts";
import { encode } from "./encode.ts";
import { expectedTable } from "./expect.ts";
import type { Language } from "./people.ts";
import { peopleFor } from "./people.ts";
import type { Random } from "./random.ts";
import { randomFor } from "./random.ts";
import { cellText } from "./values.ts";

export interface Sheet {
  readonly name: string;
  /** See columns.ts. */
  readonly columns: string;
  readonly names?: Language;
  /** 5 to 40; by default of the case's own random numbers. */
  readonly rows?: number;
  readonly delimiter?: string;
  readonly encoding?: EncodingName;
  /** A byte order mark. */
  readonly mark?: boolean;
  readonly lineEnd?: string;
  readonly quote?: "needed" | "all" | "never";
  readonly header?: false;
  /** Whole lines above the header (or the first row), and below the last row. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
  /** Changes the cells, header included, before they are written. */
  readonly grid?: (grid: string[][], random: Random) => string[][];
  /** Changes the text before it is encoded. */
  readonly text?: (text: string) => string;
  readonly chosen?: Case["chosen"];
  /** Where the rules can't know: parts of the expectation, put by hand. */
  readonly expect?: (table: ExpectedTable) => ExpectedTable;
  /** See ExpectedTable. */
  readonly told?: readonly string[];
  /** The right answer is to refuse the file, with one of these codes. */
  readonly refusal?: readonly string[];
}

export function caseOf(category: string, sheet: Sheet, seed: number): Case {
  const random = randomFor(`${category}/${sheet.name}`, seed);
  const columns = columnsOf(sheet.columns);
  const language = sheet.names ?? "en";
  const people = peopleFor(language, sheet.rows ?? 5 + random.below(36), random);
  const cells = people.map((person) => columns.map((column) => cellText(column, { person, language, random })));
  const table = expectedTable(
    { columns, cells, people, language },
    {
      delimiter: sheet.delimiter ?? ",",
      headerRow: sheet.header === false ? null : (sheet.above?.length ?? 0) + 1,
    },
  );
  return {
    name: sheet.name,
    category,
    bytes: encode(written(sheet, columns, cells, random), sheet.encoding ?? "utf-8", sheet.mark),
    ...(sheet.chosen && { chosen: sheet.chosen }),
    expected: sheet.refusal
      ? { refusal: sheet.refusal }
      : { ...(sheet.expect?.(table) ?? table), ...(sheet.told && { told: sheet.told }) },
  };
}

function written(sheet: Sheet, columns: readonly Column[], cells: readonly string[][], random: Random): string {
  const head = sheet.header === false ? [] : [columns.map((column) => column.header)];
  const plain = [...head, ...cells.map((row) => [...row])];
  const grid = sheet.grid?.(plain, random) ?? plain;
  const delimiter = sheet.delimiter ?? ",";
  const lines = grid.map((row) => row.map((cell) => quoted(cell, delimiter, sheet.quote ?? "needed")).join(delimiter));
  const end = sheet.lineEnd ?? "\n";
  const text = [...(sheet.above ?? []), ...lines, ...(sheet.below ?? [])].map((line) => line + end).join("");
  return sheet.text?.(text) ?? text;
}

function quoted(cell: string, delimiter: string, quote: "needed" | "all" | "never"): string {
  if (quote === "never") return cell;
  const needed = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return quote === "all" || needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}
