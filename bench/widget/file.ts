// Creates the CSV file for all widgets: the same in each run, with 2 % invalid rows or none.
import { toLine } from "../../src/csv/write/stringify.ts";

const header = "user_id,email,name,registration_date,last_login_date";
const first = "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth".split(" ");
const last = "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez".split(" ");

/** A file and the number of its invalid rows. */
export interface BenchFile {
  readonly text: string;
  readonly rows: number;
  readonly invalid: number;
}

/** Creates a file with this many users; every 50th has one of five faults, in a clean one none has. */
export function createFile(rows: number, isClean = false): BenchFile {
  const lines = Array.from({ length: rows }, (_, row) => toLine(toCells(row, isClean), ","));
  return { text: `${[header, ...lines].join("\n")}\n`, rows, invalid: isClean ? 0 : Math.floor(rows / every) };
}

const every = 50;

function toCells(row: number, isClean: boolean): string[] {
  const [given, family] = [first[(row * 7) % 10] ?? "", last[Math.floor(row / 10) % 10] ?? ""];
  const cells = [
    `usr_${String(row + 1).padStart(7, "0")}`,
    `${given}.${family}${row + 1}@mail.example.org`.toLowerCase(),
    `${given} ${family}`,
    `20${12 + (row % 13)}-${twoDigits(1 + (row % 12))}-${twoDigits(1 + (row % 28))}`,
    row % 10 === 3 ? "" : `2026-0${1 + (row % 4)}-${twoDigits(1 + (row % 27))}T${twoDigits(row % 24)}:21:00Z`,
  ];
  if (!isClean && row % every === every - 1) spoil(cells, Math.floor(row / every) % 5);
  return cells;
}

function spoil(cells: string[], fault: number): void {
  if (fault === 0) cells[0] = "";
  if (fault === 1) cells[1] = cells[1]?.replace("@", " at ") ?? "";
  if (fault === 2) cells[1] = "";
  if (fault === 3) cells[3] = "31/12/2019";
  if (fault === 4) cells[4] = "yesterday";
}

function twoDigits(part: number): string {
  return String(part).padStart(2, "0");
}
