// Files that are refused, and hostile files.
import { describe, expect, test } from "vitest";
import { encode, header, latin1, makeFile, readIssue, readTable } from "../reading.ts";

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

  test("a small limit reads no more than the file holds", async () => {
    const text = makeFile(100);
    const issue = await readIssue(encode(text), { maxBytes: 50 });
    expect(issue).toEqual({ code: "file_too_large", bytes: text.length, limit: 50, estimatedRows: expect.any(Number) });
  });

  test("a character cut at the end of the sampled part does not change the encoding", async () => {
    const bytes = encode(`${header}\n${"1,a@example.com,Ä\n".repeat(600_000)}`);
    expect(await readIssue(bytes, { maxBytes: 1024 })).toMatchObject({ code: "file_too_large" });
  });

  test("a file that is not CSV is refused for its format, not its size", async () => {
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
    ["lists, one in each line", '["id","email"]\n["7","a@x.org"]\n', "json"],
    ["contacts", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEMAIL:a@x.org\r\nEND:VCARD\r\n", "vcard"],
    ["entries of a directory", "dn: uid=7,ou=people\nmail: a@x.org\n", "ldif"],
    ["entries below comments", "# extended LDIF\n#\nversion: 1\n\ndn:: dWlkPTc=\nmail: a@x.org\n", "ldif"],
    [
      "a dump",
      "-- MySQL dump\n\nCREATE TABLE `users` (\n  `id` int\n);\nINSERT INTO `users` VALUES (7,'a@x.org');\n",
      "sql",
    ],
    ["statements", "insert into users values (7, 'a@x.org');\n", "sql"],
    [
      "a dump of PostgreSQL",
      "--\n-- PostgreSQL\n--\nSET x = 0;\nCOPY public.users (id, email) FROM stdin;\n7\ta@x.org\n",
      "sql",
    ],
    ["a text with formatting", "{\\rtf1\\ansi\n7, a@x.org\\par\n}", "document"],
    ["a calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "document"],
    ["an email", "From: a@x.org\r\nTo: b@x.org,\r\n c@x.org\r\nMIME-Version: 1.0\r\n\r\nThe list.\r\n", "document"],
    ["YAML", "users:\n  - id: 7\n    email: a@x.org\n", "document"],
    ["bytes that are no text", Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 251), "binary"],
    ["nothing but zeros", new Uint8Array(64), "binary"],
  ];
  test.each([
    ["comments above the header", "-- exported from users\nid,email\n7,a@x.org\n"],
    ["facts above the header", "From: 2024\nTo: 2025\nid,email\n7,a@x.org\n"],
    ["a header in brackets", "[id],[email]\n7,a@x.org\n"],
    ["a header of a directory", "dn,mail\nuid=7,a@x.org\n"],
    ["a column of dashes", "- id,email\n7,a@x.org\n"],
    ["a word of SQL", "set id,email\n7,a@x.org\n"],
  ])("%s are a table", async (_, text) => {
    expect((await readTable(text)).records.at(-1)?.cells).toEqual(
      text.includes("uid") ? ["uid=7", "a@x.org"] : ["7", "a@x.org"],
    );
  });

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

  test("a cell of 300,000 spaces is read quickly", async () => {
    const { records } = await readTable(`${header}\n1,a@example.com,a${" ".repeat(300_000)}b\n`);
    expect(records[0]?.cells[2]).toHaveLength(300_002);
  });
});
