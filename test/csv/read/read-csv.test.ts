// Limits, chosen options, progress and abort of reading, which no single small file shows.
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { encode, header, latin1, makeFile, readIssue, readTable } from "../reading.ts";

describe("the limit of 10,000 rows", () => {
  test("10,000 rows are accepted, in order and with their numbers", async () => {
    const { records } = await readTable(encode(makeFile(10_000)));
    expect(records).toHaveLength(10_000);
    expect(records.at(-1)).toEqual({ number: 10_001, cells: ["id_9999", "user.9999@example.com", "User 9999"] });
  });

  test("10,001 rows are refused with their exact number", async () => {
    const issue = await readIssue(encode(makeFile(10_001)));
    expect(issue).toEqual({ code: "too_many_rows", count: 10_001, limit: 10_000 });
  });

  test("blank rows do not count", async () => {
    const { records } = await readTable(makeFile(10_000).replaceAll("\r\n", "\r\n\r\n,,\r\n"));
    expect(records).toHaveLength(10_000);
  });

  test("without header all 10,000 rows are data", async () => {
    const rows = makeFile(10_000).slice(header.length + 2);
    expect((await readTable(rows)).records).toHaveLength(10_000);
    expect(await readIssue(`${rows}x,y@example.com,Z`)).toMatchObject({ count: 10_001 });
  });

  test("title rows do not use up the limit", async () => {
    const titles = "Export\r\n".repeat(20);
    expect((await readTable(titles + makeFile(100), { maxRows: 100 })).records).toHaveLength(100);
  });

  test('overflow: "first" takes the first rows and says so', async () => {
    const { records, notices } = await readTable(makeFile(120), { maxRows: 100, overflow: "first" });
    expect(records).toHaveLength(100);
    expect(records.at(-1)?.number).toBe(101);
    expect(notices).toEqual([{ code: "rows_over_limit", count: 120, limit: 100, firstRow: 102, lastRow: 121 }]);
  });

  test('overflow: "all" takes every row, and says nothing', async () => {
    const { records, notices, counts } = await readTable(makeFile(120), { maxRows: 100, overflow: "all" });
    expect(records).toHaveLength(120);
    expect(notices).toEqual([]);
    expect(counts).toMatchObject({ kept: 120, overLimit: 0 });
  });

  test('overflow: "all" does not go beyond the limit of bytes', async () => {
    expect(await readIssue(makeFile(120), { maxBytes: 1000, overflow: "all" })).toMatchObject({
      code: "file_too_large",
    });
  });
});

describe("rows from a row on", () => {
  test.each([
    ["all others", {}, { kept: 20, before: 100, overLimit: 0 }, 102, 121],
    ["only the next ones", { maxRows: 7, overflow: "first" }, { kept: 7, before: 100, overLimit: 13 }, 102, 108],
    ["with the header in a chosen row", { headerRow: 60 }, { kept: 20, before: 41, overLimit: 0 }, 102, 121],
    ["without a header", { headerRow: null }, { kept: 20, before: 101, overLimit: 0 }, 102, 121],
  ] as const)("%s, under the header and with their numbers", async (_, options, expected, first, last) => {
    const { records, counts, notices } = await readTable(makeFile(120), { fromRow: 102, ...options });
    expect(counts).toMatchObject(expected);
    expect([records[0]?.number, records.at(-1)?.number]).toEqual([first, last]);
    expect(notices).toContainEqual({ code: "rows_before", count: expected.before, fromRow: 102 });
  });

  test("say which rows follow, blank ones not counted", async () => {
    const text = makeFile(10).replaceAll("\n", "\n\n");
    const { records, notices } = await readTable(text, { fromRow: 9, maxRows: 3, overflow: "first" });
    expect(records.map(({ number }) => number)).toEqual([9, 11, 13]);
    expect(notices.at(-1)).toMatchObject({ code: "rows_over_limit", count: 7, firstRow: 15, lastRow: 21 });
  });

  test("are none beyond the end", async () => {
    expect(await readIssue(makeFile(10), { fromRow: 50 })).toMatchObject({ code: "no_rows" });
  });

  test("are too many, as always, where they are", async () => {
    expect(await readIssue(makeFile(120), { fromRow: 12, maxRows: 100 })).toEqual({
      code: "too_many_rows",
      count: 110,
      limit: 100,
    });
  });
});

describe("options chosen by a person", () => {
  test("the delimiter", async () => {
    const { headers, dialect } = await readTable("a;b,c\n1;2,3\n", { delimiter: ";" });
    expect(headers).toEqual(["a", "b,c"]);
    expect(dialect.reasons.delimiter).toEqual({ code: "chosen" });
  });

  test("the delimiter, against the file's own sep line", async () => {
    const { headers, records } = await readTable("sep=;\na,b\n1,2\n", { delimiter: "," });
    expect(headers).toEqual(["a", "b"]);
    expect(records).toEqual([{ number: 2, cells: ["1", "2"] }]);
  });

  test("the encoding", async () => {
    const bytes = latin1("user_id,email,name\n1,a@example.com,\x8Alovan\n");
    expect((await readTable(bytes, { encoding: "windows-1250" })).records[0]?.cells[2]).toBe("Šlovan");
    const asUtf8 = await readTable(bytes, { encoding: "utf-8" });
    expect(asUtf8.notices).toEqual([{ code: "characters_damaged", count: 1, firstRow: 2 }]);
  });

  test("the header: there is none", async () => {
    const { headers, records, dialect } = await readTable(`${header}\n1,a@example.com,A`, { headerRow: null });
    expect(headers).toEqual(["Column 1", "Column 2", "Column 3"]);
    expect(records.map(({ number }) => number)).toEqual([1, 2]);
    expect(dialect).toMatchObject({ hasHeader: false, headerRow: null, reasons: { header: { code: "chosen" } } });
  });

  test("the header: it is another row", async () => {
    const { headers, records, notices } = await readTable("1,a@example.com\n\n2,b@example.com\n3,c@example.com\n", {
      headerRow: 3,
    });
    expect(headers).toEqual(["2", "b@example.com"]);
    expect(records).toEqual([{ number: 4, cells: ["3", "c@example.com"] }]);
    expect(notices).toEqual([{ code: "rows_skipped", count: 2, firstRow: 1 }]);
  });

  test("the header: a row far down", async () => {
    const text = "x,y\n".repeat(300) + makeFile(50);
    expect((await readTable(text, { headerRow: 301, maxRows: 50 })).records).toHaveLength(50);
  });

  test("the header: a row beyond the end", async () => {
    expect(await readIssue("a,b\n1,2\n", { headerRow: 9 })).toEqual({ code: "no_rows", headers: [] });
  });
});

describe("progress and abort", () => {
  test("progress rises to 1", async () => {
    const shares: number[] = [];
    await readTable(makeFile(10_000), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("an aborted signal rejects with its reason, before and while reading", async () => {
    const reason = new Error("another file was chosen");
    await expect(readCsv("a,b", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const reading = readCsv(makeFile(10_000), {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });
    await expect(reading).rejects.toBe(reason);
  });

  test("an abort does not wait for a file that never comes", async () => {
    class SlowFile extends Blob {
      override slice(): Blob {
        return this;
      }
      override arrayBuffer(): Promise<ArrayBuffer> {
        return new Promise(() => {});
      }
    }
    const controller = new AbortController();
    const reading = readCsv(new SlowFile(["x"]), { signal: controller.signal });
    setTimeout(() => controller.abort("stop"));
    await expect(reading).rejects.toBe("stop");
  });

  test("other tasks run while a large file is read", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await readTable(makeFile(200_000), { maxRows: 200_000 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});
