// Files far beyond the limits, and files made to block a page.
import { beforeAll, describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { toReadReport } from "../../../src/csv/read/read-report.ts";
import { detectDateFormats } from "../../../src/csv/rows/date-columns.ts";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { startWork } from "../../worked-time.ts";
import { encode, header, makeFile, readIssue, readTable } from "../reading.ts";

// A gigabyte that is read nowhere but at its start.
class HugeFile extends Blob {
  readonly #rows = encode(makeFile(200_000));
  override get size(): number {
    return 1024 ** 3;
  }
  override slice(start = 0, end = 0): Blob {
    if (end - start > this.#rows.length) throw new Error("more was read than is there");
    return new Blob([this.#rows.subarray(start, end)]);
  }
}

describe("a file of a gigabyte", () => {
  test("is refused after its beginning, with an estimate of its rows", async () => {
    const issue = await readIssue(new HugeFile());
    const perRow = encode(makeFile(200_000)).length / 200_000;
    expect(issue).toMatchObject({ code: "file_too_large", bytes: 1024 ** 3 });
    const estimated = issue?.code === "file_too_large" ? issue.estimatedRows : 0;
    expect(Math.abs(estimated / (1024 ** 3 / perRow) - 1)).toBeLessThan(0.05);
  });

  test("gives its first 10,000 rows on request", async () => {
    const { records, notices, counts } = await readTable(new HugeFile(), { overflow: "first" });
    expect(records).toHaveLength(10_000);
    expect(records.at(-1)?.cells[0]).toBe("id_9999");
    expect(notices).toMatchObject([{ code: "rows_over_limit", limit: 10_000, estimated: true }]);
    expect(counts.estimated).toBe(true);
  });
});

describe("a file beyond its limits", () => {
  test("never gives half a row", async () => {
    const text = `${header}\n1,a@example.com,Ann\n2,b@example.com,"Bob, the second"\n3,c@example.com,Cleo\n`;
    for (let maxBytes = 25; maxBytes < text.length; maxBytes += 1) {
      const result = await readCsv(encode(text), { maxBytes, overflow: "first" });
      const names = result.ok ? result.table.records.map(({ cells }) => cells[2]) : [];
      expect(names).toEqual(["Ann", "Bob, the second", "Cleo"].slice(0, names.length));
    }
  });

  test("is not read to its end only to count its rows", async () => {
    const shares: number[] = [];
    const issue = await readIssue(makeFile(400_000), { onProgress: (share) => shares.push(share) });
    expect(issue).toMatchObject({ code: "too_many_rows", estimated: true });
    expect(shares.at(-1)).toBeLessThan(0.7);
    const count = issue?.code === "too_many_rows" ? issue.count : 0;
    expect(Math.abs(count / 400_000 - 1)).toBeLessThan(0.05);
  });
});

// The work of everything that is done with a file, in milliseconds.
async function measure(text: string): Promise<number> {
  const worked = startWork();
  const result = await readCsv(encode(text));
  if (result.ok) {
    const suggestion = suggestMapping(result.table);
    const dates = detectDateFormats(result.table, suggestion.mapping);
    toImportRows(result.table, suggestion.mapping);
    toReadReport(result.table, suggestion, dates);
  }
  return worked();
}

describe("a hostile file is answered quickly", () => {
  let ordinary = 0;
  beforeAll(async () => {
    ordinary = await measure(makeFile(10_000));
  });

  const email = "user_id,email\n1,a@example.com\n";
  const files: [name: string, text: string][] = [
    ["a cell of 30 million characters", `${header}\n1,a@example.com,${"x".repeat(30_000_000)}\n`],
    ["100,000 columns", `${Array.from({ length: 100_000 }, (_, n) => `c${n}`).join()}\n${"x,".repeat(99_999)}x\n`],
    ["100,000 columns without header", `${"a@example.com,".repeat(100_000)}\n`.repeat(5)],
    ["100,000 headers that are known", `${"email,user_id,Last Login,".repeat(33_333)}\n${"x,".repeat(99_998)}x\n`],
    ["a header of a megabyte", `${"(".repeat(500_000)}${"[".repeat(500_000)},email\n1,a@example.com\n`],
    ["blanks without end", `${header}\n1,a@example.com,${" ".repeat(1_000_000)}x\n`],
    ["an address without end", `${header}\n1,${"a.".repeat(200_000)}@${"a-".repeat(200_000)},x\n`],
    ["dates without end", `user_id,email,last_login\n${`1,a@example.com,1${" ".repeat(5000)}.1.2025\n`.repeat(500)}`],
    ["garbled text without end", `${email}${`2,${"Ã".repeat(50_000)}@x.de\n`.repeat(20)}`],
    ["quotes without end", `${email}${'2,"""""""""""""""""""",x\n'.repeat(50_000)}`],
    ["quotes and commas without a line end", '",'.repeat(2_000_000)],
    ["quotes and commas, then a line end", `${'",'.repeat(400_000)}\n`],
    ["30 million line ends", "\n".repeat(30_000_000)],
    ["15 million line ends of Windows", `${email}${"\r\n".repeat(15_000_000)}2,b@example.com\r\n`],
    ["names that every object has", "__proto__,constructor,email,toString\n1,2,a@example.com,3\n"],
    ["script in cells", `${header}\n<script>alert(1)</script>,a@example.com,<img src=x onerror=alert(1)>\n`],
  ];
  for (const [name, text] of files) {
    test(name, async () => {
      // On a slow machine both are slow. What grows with the square of a file takes thousands of times as long.
      expect((await measure(text)) / ordinary).toBeLessThan(120);
    });
  }
});
