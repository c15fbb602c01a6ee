// The stored text of remembered mappings, and how it is validated when it is read.
import { describe, expect, test } from "vitest";
import {
  findRemembered,
  formatRemembered,
  maxRemembered,
  parseRemembered,
  toRemembered,
  toSignature,
  withRemembered,
} from "../../../src/importer/effects/remembered-mappings.ts";
import { assignColumn } from "../../../src/importer/review/review.ts";
import type { RememberedMapping } from "../../../src/importer/state.ts";
import { chosen, review } from "../states.ts";

const header = (headers: string[], hasHeader = true) => {
  const dialect = { encoding: "utf-8", delimiter: ",", hasHeader, headerRow: hasHeader ? 1 : null } as never;
  return { headers, dialect };
};
const signatureOf = (...headers: string[]) => toSignature(header(headers));

describe("a header's signature", () => {
  test("is the same where only case, accents and separators differ", () => {
    expect(signatureOf("User ID", "E-Mail")).toBe(signatureOf("user_id", "EMAIL"));
  });

  test("is the same for an export, with added columns behind the file's own", () => {
    expect(signatureOf("id", "email", "import_row", "import_problem")).toBe(signatureOf("id", "email"));
    expect(signatureOf("import_row", "id", "email")).not.toBe(signatureOf("id", "email"));
  });

  test.each([
    ["another name", ["id", "mail"]],
    ["another order", ["email", "id"]],
    ["one more column", ["id", "email", "name"]],
    ["one column less", ["id"]],
    ["the same letters, cut elsewhere", ["ide", "mail"]],
  ])("differs with %s", (_, headers) => {
    expect(signatureOf(...headers)).not.toBe(signatureOf("id", "email"));
  });

  test("is null without a header, as the first row may be somebody's data", () => {
    expect(toSignature(header(["legacy_1", "one@example.com"], false))).toBeNull();
  });
});

const entry: RememberedMapping = {
  signature: "abc123",
  width: 3,
  mapping: { externalUserId: 2, email: 0, name: null, registrationDate: null, lastLoginDate: null },
  nameColumns: null,
  confirmedAt: Date.UTC(2026, 4, 12),
  sourceName: "May",
};

describe("a confirmed mapping", () => {
  const crm = chosen("crm.csv", "Konto,Anschrift,Stadt\nk1,one@example.com,Bern\nk2,two@example.com,Biel\n");

  test("is remembered without any text of the file, not even column names", async () => {
    const { review: read } = await review(crm);
    const decided = assignColumn(read, "externalUserId", 0);
    const kept = toRemembered(decided, " May ", 7);
    expect(kept).toMatchObject({ width: 3, mapping: { externalUserId: 0 }, sourceName: "May", confirmedAt: 7 });
    const text = formatRemembered(kept ? [kept] : []);
    for (const cell of [...read.table.headers, ...read.table.records.flatMap(({ cells }) => cells)]) {
      expect(text.toLowerCase()).not.toContain(cell.toLowerCase());
    }
  });

  test("is not remembered if every column has a known name", async () => {
    expect(toRemembered((await review()).review, "May", 7)).toBeNull();
  });
});

describe("stored and read again", () => {
  test.each([[null], [{ columns: [2, 0], separator: "" }]])("it is the same, names joined from %o", (nameColumns) => {
    const one = { ...entry, nameColumns };
    expect(parseRemembered(formatRemembered([one]))).toEqual([one]);
  });

  test("a header has one entry, the newest is first, and the oldest ones are dropped", () => {
    let entries: readonly RememberedMapping[] = [];
    for (let count = 0; count <= maxRemembered + 4; count += 1) {
      entries = withRemembered(entries, { ...entry, signature: `s${count}`, confirmedAt: count });
    }
    entries = withRemembered(entries, { ...entry, signature: "s20", confirmedAt: 99 });
    expect(entries).toHaveLength(maxRemembered);
    expect(entries.map(({ confirmedAt }) => confirmedAt).slice(0, 3)).toEqual([99, 24, 23]);
    expect(entries.filter(({ signature }) => signature === "s20")).toHaveLength(1);
    expect(entries.some(({ signature }) => signature === "s4")).toBe(false);
  });

  const wrapped = (...mappings: unknown[]) => JSON.stringify({ version: 1, mappings });
  const column = (changes: object) => wrapped({ ...entry, mapping: { ...entry.mapping, ...changes } });

  test.each<[string, string]>([
    ["nothing", ""],
    ["no JSON", "{"],
    ["JSON of something else", "[1,2]"],
    ["null", "null"],
    ["another version", JSON.stringify({ version: 2, mappings: [entry] })],
    ["far too much", wrapped(...Array.from({ length: 2_000 }, () => entry))],
    ["an entry that is none", wrapped(null, 7, "x", [entry])],
    ["a signature that is a text of somebody's", wrapped({ ...entry, signature: "one@example.com" })],
    ["a date beyond all dates", wrapped({ ...entry, confirmedAt: 1e17 })],
    ["a date that is a text", wrapped({ ...entry, confirmedAt: "2026-05-12" })],
    ["an endless name", wrapped({ ...entry, sourceName: "x".repeat(201) })],
    ["no mapping", wrapped({ ...entry, mapping: null })],
    ["a column that the header does not have", column({ email: 3 })],
    ["half a column", column({ email: 0.5 })],
    ["a negative column", column({ email: -1 })],
    ["a column twice", column({ email: 2 })],
    ["a field left out", column({ email: undefined })],
    ["joined columns that are one", wrapped({ ...entry, nameColumns: { columns: [1], separator: " " } })],
    ["joined columns beyond the header", wrapped({ ...entry, nameColumns: { columns: [1, 3], separator: " " } })],
    [
      "a separator of somebody's",
      wrapped({ ...entry, nameColumns: { columns: [0, 1], separator: "one@example.com" } }),
    ],
    ["a mapping only in its prototype", '{"version":1,"mappings":[{"__proto__":{"signature":"abc"}}]}'],
  ])("%s is not believed", (_, text) => {
    expect(parseRemembered(text)).toEqual([]);
  });

  test("valid entries are read, and all others are ignored", () => {
    const mixed = parseRemembered(
      wrapped({ ...entry, note: "x", mapping: { ...entry.mapping, note: 1 } }, null, entry),
    );
    expect(mixed).toEqual([entry]);
  });

  test("names of a prototype's members are not read", () => {
    const text = `{"version":1,"mappings":[${JSON.stringify(entry).replace("{", '{"__proto__":{"width":9},')}]}`;
    expect(parseRemembered(text)).toEqual([entry]);
    expect(({} as { width?: number }).width).toBeUndefined();
  });
});

test("an entry of another number of columns is not taken, whatever its signature", async () => {
  const { table } = (await review()).review;
  const signature = toSignature(table) ?? "";
  expect(findRemembered([{ ...entry, signature }], table)).toBeNull();
  expect(findRemembered([{ ...entry, signature, width: table.headers.length }], table)).not.toBeNull();
});
