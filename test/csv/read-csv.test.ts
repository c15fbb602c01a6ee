// Limits, refusals, overrules and the way of reading: what no single small file shows.
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/csv/read-csv.ts";
import type { CsvTable, FileIssue, ReadOptions } from "../../src/csv/table.ts";

const header = "user_id,email,name";
const encode = (text: string) => new TextEncoder().encode(text);

function makeFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `id_${index},user.${index}@example.com,"User ${index}"`);
  return [header, ...lines, ""].join("\r\n");
}

async function readTable(input: Blob | Uint8Array | string, options?: ReadOptions): Promise<CsvTable> {
  const result = await readCsv(input, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issue));
  return result.table;
}

async function readIssue(input: Blob | Uint8Array | string, options?: ReadOptions): Promise<FileIssue | null> {
  const result = await readCsv(input, options);
  return result.ok ? null : result.issue;
}

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
    expect(notices).toEqual([{ code: "rows_over_limit", count: 120, limit: 100 }]);
  });
});

describe("the limit of bytes", () => {
  test("a larger file is refused with an estimate", async () => {
    const text = makeFile(200_000);
    const bytes = encode(text + text.slice(header.length));
    const issue = await readIssue(new Blob([bytes]), { maxBytes: 9 * 1024 * 1024 });
    expect(issue).toMatchObject({ code: "file_too_large", bytes: bytes.length, limit: 9 * 1024 * 1024 });
    if (issue?.code !== "file_too_large") return;
    expect(issue.estimatedRows).toBeGreaterThan(380_000);
    expect(issue.estimatedRows).toBeLessThan(420_000);
  });

  test("a small limit judges no more than is there", async () => {
    const text = makeFile(100);
    const issue = await readIssue(encode(text), { maxBytes: 50 });
    expect(issue).toEqual({ code: "file_too_large", bytes: text.length, limit: 50, estimatedRows: 101 });
  });

  test("a character cut at the end of the judged part is not taken for another encoding", async () => {
    const bytes = encode(`${header}\n${"1,a@example.com,Ä\n".repeat(600_000)}`);
    expect(await readIssue(bytes, { maxBytes: 1024 })).toMatchObject({ code: "file_too_large" });
  });

  test("what is no CSV at all is named before its size", async () => {
    const bytes = new Uint8Array(100);
    bytes.set(encode("%PDF-1.7"));
    expect(await readIssue(bytes, { maxBytes: 50 })).toEqual({ code: "not_csv", found: "pdf" });
  });
});

describe("what is not CSV", () => {
  const files: [name: string, bytes: Uint8Array | string, found: string][] = [
    ["an Excel workbook", latin1("PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml"), "xlsx"],
    ["a workbook that names its sheet first", latin1("PK\x03\x04\x14\x00\x00\x00xl/worksheets/sheet1.xml"), "xlsx"],
    ["an OpenDocument sheet", latin1("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "ods"],
    ["a Numbers sheet", latin1("PK\x03\x04Index/Document.iwa"), "numbers"],
    ["another archive", latin1("PK\x03\x04photos/1.jpg"), "zip"],
    ["an old Excel workbook", latin1("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "xls"],
    ["a PDF", "%PDF-1.7\n", "pdf"],
    ["a PNG", latin1("\x89PNG\r\n\x1A\n"), "image"],
    ["a JPEG", latin1("\xFF\xD8\xFF\xE0"), "image"],
    ["a GIF", "GIF89a", "image"],
    ["a gzip file", latin1("\x1F\x8B\x08\x00"), "gzip"],
    ["a list of objects", '[{"user_id": 1}]', "json"],
    ["an object", '  {\n"users": []}', "json"],
    ["a web page", "<!doctype html><html></html>", "html"],
    ["a table saved as .xls", "<table><tr><td>user_id</td></tr></table>", "html"],
    ["an XML file", '<?xml version="1.0"?><users/>', "xml"],
    ["bytes that are no text", Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 251), "binary"],
    ["nothing but zeros", new Uint8Array(64), "binary"],
  ];
  for (const [name, bytes, found] of files) {
    test(`${name} is refused as ${found}`, async () => {
      expect(await readIssue(typeof bytes === "string" ? encode(bytes) : bytes)).toEqual({ code: "not_csv", found });
    });
  }

  test("a Blob that can't be read is an issue, not an error", async () => {
    class GoneFile extends Blob {
      override slice(): Blob {
        return this;
      }
      override async arrayBuffer(): Promise<ArrayBuffer> {
        throw new DOMException("The file has changed", "NotReadableError");
      }
    }
    expect(await readIssue(new GoneFile(["x"]))).toEqual({ code: "unreadable", reason: "NotReadableError" });
  });
});

describe("what a person overrules", () => {
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

  test("the header: a row that is not there", async () => {
    expect(await readIssue("a,b\n1,2\n", { headerRow: 9 })).toEqual({ code: "no_rows", headers: [] });
  });
});

describe("the way of reading", () => {
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

  test("other work gets its turn while a large file is read", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await readTable(makeFile(200_000), { maxRows: 200_000 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});

describe("hostile files", () => {
  test("one line of 5 MB without any quote", async () => {
    expect(await readIssue("a".repeat(5_000_000))).toMatchObject({ code: "no_rows" });
  });

  test("a quote that never closes in a large file ends the reading early", async () => {
    const issue = await readIssue(`${header}\n"${"1,a@example.com,A\n".repeat(400_000)}`);
    expect(issue).toEqual({ code: "unclosed_quote", row: 2 });
  });

  test("millions of quotes", async () => {
    expect(await readIssue('"x'.repeat(3_000_000))).toEqual({ code: "unclosed_quote", row: 1 });
    expect(await readIssue('"'.repeat(3_000_000))).toEqual({ code: "unclosed_quote", row: 1 });
    expect(await readIssue('"'.repeat(100_000))).toMatchObject({ code: "no_rows" });
  });

  test("500 columns", async () => {
    const names = Array.from({ length: 500 }, (_, index) => `c${index}`);
    const { headers, records } = await readTable(`${names.join()}\n${names.join()}\n`);
    expect(headers).toHaveLength(500);
    expect(records[0]?.cells).toEqual(names);
  });

  test("a header of 200,000 cells does not fill every row up to it", async () => {
    const { records } = await readTable(`email${",x".repeat(200_000)}\n${"a@example.com\n".repeat(10_000)}`);
    expect(records[9999]?.cells).toHaveLength(1000);
  });

  test("a cell of 300,000 spaces takes no time", async () => {
    const { records } = await readTable(`${header}\n1,a@example.com,a${" ".repeat(300_000)}b\n`);
    expect(records[0]?.cells[2]).toHaveLength(300_002);
  });
});

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
