// Encodes texts and reads tables for tests.
import { readCsv } from "../../src/csv/read/read-csv.ts";
import type { CsvTable, FileIssue, ReadOptions } from "../../src/csv/table.ts";

export const header = "user_id,email,name";
export const encode = (text: string) => new TextEncoder().encode(text);

export function makeFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `id_${index},user.${index}@example.com,"User ${index}"`);
  return [header, ...lines, ""].join("\r\n");
}

export async function readTable(input: Blob | Uint8Array | string, options?: ReadOptions): Promise<CsvTable> {
  const result = await readCsv(input, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issue));
  return result.table;
}

export async function readIssue(input: Blob | Uint8Array | string, options?: ReadOptions): Promise<FileIssue | null> {
  const result = await readCsv(input, options);
  return result.ok ? null : result.issue;
}

export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
