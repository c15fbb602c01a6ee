// Downloaded rows survive a spreadsheet and the reader: every cell and every row number comes back.
import fc from "fast-check";
import { expect, test } from "vitest";
import { suggestMapping } from "../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../src/csv/read/read-csv.ts";
import type { CsvTable, Delimiter } from "../../src/csv/table.ts";
import { addedHeaders } from "../../src/csv/text/headers.ts";
import { stringify } from "../../src/csv/write/stringify.ts";
import { findMerge } from "../../src/importer/review/corrected-file.ts";
import { correctCell } from "../../src/importer/review/corrections.ts";
import { joinNames, toReview } from "../../src/importer/review/review.ts";
import { hasProblem } from "../../src/importer/review/review-counts.ts";
import type { ImportReport, Review } from "../../src/importer/state.ts";
import { toPreviewRecords, toRecordsToCorrect } from "../../src/react/export/row-exports.ts";
import { english } from "../../src/react/messages/en.ts";
import { toMessages } from "../../src/react/messages/messages.ts";

const messages = toMessages(english, undefined);

function toProblemRecords(review: Review) {
  return toPreviewRecords(review, review.rows.filter(hasProblem), messages);
}

const nasty = fc.constantFrom(
  ..."=+-@＝'\",;|\t\r\n \u00A0aé𝒳0",
  "\r\n",
  '""',
  '",',
  "sep=;",
  "'=",
  "import_row",
  "@x.de",
);
const cell = fc.array(nasty, { maxLength: 5 }).map((parts) => parts.join(""));
const records = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
const delimiter = fc.constantFrom<Delimiter[]>(",", ";", "\t", "|");

/** How spreadsheets write what they have read. */
interface Rewriting {
  readonly delimiter: Delimiter;
  readonly lineEnd: string;
  readonly bom: boolean;
  readonly quotes: "all" | "needed";
}
const rewriting: fc.Arbitrary<Rewriting> = fc.record({
  delimiter,
  lineEnd: fc.constantFrom("\r\n", "\n"),
  bom: fc.boolean(),
  quotes: fc.constantFrom<Rewriting["quotes"][]>("all", "needed"),
});

test("downloaded rows with problems are read back unchanged, under their own row numbers", async () => {
  const unread = fc.record({ records, delimiter, rewriting: fc.option(rewriting) });
  await fc.assert(
    fc.asyncProperty(unread, async ({ records, delimiter, rewriting }) => {
      const review = await open(stringify([["user_id", "email", "=note"], ...records], { delimiter }), delimiter);
      if (!review) return;
      const written = toProblemRecords(review);
      if (written.length === 1) return;
      // Excel shows the apostrophe in front of a formula, and saves it again.
      const text = stringify(written, { delimiter: review.table.dialect.delimiter });
      const back = await read(rewriting ? await rewrite(text, delimiter, rewriting) : text);
      expect(back.headers).toEqual(["user_id", "email", "=note", "import_row", "import_problem"]);
      expect(back.records.map(({ cells }) => cells)).toEqual(written.slice(1));
      const wrong = review.table.records.filter((_, place) => review.rows[place]?.user === null);
      expect(back.records.map(({ cells }) => [Number(cells[3]), cells.slice(0, 3)])).toEqual(
        wrong.map(({ number, cells }) => [number, [...cells]]),
      );
      expect(suggestMapping(back).mapping).toMatchObject({ externalUserId: 0, email: 1, name: null });
    }),
    { numRuns: 150 },
  );
});

async function open(text: string, delimiter?: Delimiter): Promise<Review | null> {
  const result = await readCsv(text, delimiter ? { delimiter, headerRow: 1 } : {});
  if (!result.ok) return null;
  const file = { name: "users.csv", size: 1, content: new Blob([text]) };
  const reading = { status: "reading", file, choices: {}, share: 1, previous: null, unconfirmed: null } as const;
  const { table } = result;
  const read = { type: "fileRead", table, suggestion: suggestMapping(table) } as const;
  return toReview({ ...reading, sourceName: "", sourceNameEdited: false }, read);
}

async function read(text: string): Promise<CsvTable> {
  const result = await readCsv(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.issue.code);
  return result.table;
}

// Read as RFC 4180 says, and nothing made of the cells.
async function rewrite(text: string, from: Delimiter, how: Rewriting): Promise<string> {
  const { default: papa } = await import("papaparse");
  const { data } = papa.parse<string[]>(text.replace("\uFEFF", ""), { delimiter: from, newline: "\r\n" });
  if (data.at(-1)?.length === 1) data.pop();
  const written = papa.unparse(data, { delimiter: how.delimiter, newline: how.lineEnd, quotes: how.quotes === "all" });
  return `${how.bom ? "\uFEFF" : ""}${written}${how.lineEnd}`;
}

test("corrected cells are saved as corrected, a joined name in a column of its own", async () => {
  const text = "id,mail,first_name,last_name\n1,wrong,Ada,Love\n2,b@example.com,Bo,Lee\n,c@example.com,Cy,Lu\n";
  const opened = await open(text);
  if (!opened) throw new Error("not read");
  const joined = correctCell(joinNames(opened, true), 2, "name", "Ada Lovelace");
  const review = correctCell(joined, 2, "email", "still wrong");
  const written = toProblemRecords(review);
  expect(written.map((cells) => cells.slice(0, 6))).toEqual([
    ["id", "mail", "first_name", "last_name", "full_name", "import_row"],
    ["1", "still wrong", "Ada", "Love", "Ada Lovelace", "2"],
    ["", "c@example.com", "Cy", "Lu", "Cy Lu", "4"],
  ]);
  expect(suggestMapping(await read(stringify(written))).mapping.name).toBe(4);
});

test("a download keeps damaged names of columns as written, and its corrections are merged", async () => {
  const text =
    "Kunden&#45;Nr,E-Mail,Vor- und Nachname,Date de crÃ©ation\n1,wrong,Ada Roe,2024-01-10\n,b@example.com,Bo Lee,soon\n";
  const review = await open(text);
  if (!review) throw new Error("not read");
  expect(review.table.headers).toEqual(["Kunden-Nr", "E-Mail", "Vor- und Nachname", "Date de création"]);
  expect(review.mapping).toMatchObject({ externalUserId: 0, registrationDate: 3 });
  const written = toProblemRecords(review);
  expect(written[0]?.slice(0, 4)).toEqual(["Kunden&#45;Nr", "E-Mail", "Vor- und Nachname", "Date de crÃ©ation"]);
  const corrected = stringify(written).replace("soon", "2024-02-11");
  expect(findMerge(review, await read(corrected))?.corrections).toEqual({ 3: { registrationDate: "2024-02-11" } });
});

test("a download of a file without header gets known header names, and keeps cells beyond the header", async () => {
  const bare = await open("1,wrong,2024-01-01\n2,b@example.com,2024-01-02\n3,c@example.com,2024-01-03\n");
  if (!bare) throw new Error("not read");
  const named = { ...bare, mapping: { ...bare.mapping, externalUserId: 0, email: 1 } };
  const [header] = toProblemRecords(named);
  expect(header?.slice(0, 2)).toEqual(["user_id", "email"]);
  const long = await open("user_id,email\n1,Roe, Ann,a@example.com\n");
  const written = long ? toProblemRecords(long) : [];
  expect(written[1]?.slice(0, 5)).toEqual(["1", "Roe", " Ann", "a@example.com", "2"]);
  expect((await read(stringify(written))).headers.slice(0, 5)).toEqual(["user_id", "email", "", "", "import_row"]);
});

test("rows to correct carry number, reason and status, and replace columns added by an earlier download", async () => {
  const review = await open("user_id,email,import_row,import_problem\n1,a@example.com,77,old\n2,wrong,78,old\n");
  if (!review) throw new Error("not read");
  const result = { index: 0, externalUserId: "1", email: "a@example.com", connectionId: null, code: null, field: null };
  const rows: ImportReport["rows"] = review.rows.map((row, place) => ({
    row,
    result: place === 0 ? { ...result, status: "name_mismatch", warnings: [] } : null,
  }));
  const report: ImportReport = {
    ...{
      parts: [],
      partCount: 1,
      rest: null,
      unconfirmed: null,
      sourceName: "May",
      fileName: "users.csv",
      rows,
      heldBack: 1,
      leftOut: 0,
      countsOnly: false,
      isAnswerLost: false,
      duration: 1,
    },
    counters: { total: 1, imported: 0, already_connected: 0, not_found: 0, name_mismatch: 1, invalid_row: 0 },
  };
  const { row, status, problem } = addedHeaders;
  expect(toRecordsToCorrect(review, report, messages).map((cells) => cells.slice(0, 4))).toEqual([
    ["user_id", "email", row, status],
    ["1", "a@example.com", "2", "name_mismatch"],
    ["2", "wrong", "3", ""],
  ]);
  expect(toRecordsToCorrect(review, report, messages)[0]?.at(-1)).toBe(problem);
});
