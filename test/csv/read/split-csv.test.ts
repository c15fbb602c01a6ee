// A large file cut into files that can be imported.
import { describe, expect, test } from "vitest";
import { type CsvPart, type SplitOptions, splitCsv } from "../../../src/csv/read/split-csv.ts";
import { encode, makeFile, readTable } from "../reading.ts";

async function partsOf(input: Blob | Uint8Array | string, options?: SplitOptions) {
  const result = await splitCsv(input, options);
  if (!result.ok) throw new Error(result.issue.code);
  const parts: CsvPart[] = [];
  for await (const part of result.parts) parts.push(part);
  return parts;
}

describe("the parts", () => {
  test("hold every row once, in order, under the same header", async () => {
    const whole = await readTable(makeFile(25_000), { maxRows: 25_000 });
    const parts = await partsOf(new Blob([encode(makeFile(25_000))]));
    expect(parts.map(({ part, rows, firstRow, lastRow }) => [part, rows, firstRow, lastRow])).toEqual([
      [1, 10_000, 2, 10_001],
      [2, 10_000, 10_002, 20_001],
      [3, 5000, 20_002, 25_001],
    ]);
    const tables = await Promise.all(parts.map(({ content }) => readTable(content)));
    expect(tables.map(({ headers }) => headers)).toEqual([whole.headers, whole.headers, whole.headers]);
    expect(tables.flatMap(({ records }) => records.map(({ cells }) => cells))).toEqual(
      whole.records.map(({ cells }) => cells),
    );
  });

  const files: [name: string, text: string, first: string[]][] = [
    [
      "titles above the header are left out",
      "Export\n\nuser_id,email\n1,a@x.de\n2,b@x.de\n3,c@x.de\n",
      ["user_id", "email"],
    ],
    ["without header there is none", "1,a@x.de\n2,b@x.de\n3,c@x.de\n", ["Column 1", "Column 2"]],
    ["semicolons stay", "user_id;email;note\n1;a@x.de;a,b\n2;b@x.de;\n3;c@x.de;x\n", ["user_id", "email", "note"]],
    [
      "apostrophes of a whole column still come off",
      "user_id,email\n'01,a@x.de\n'02,b@x.de\n'03,c@x.de\n'04,d@x.de\n",
      ["user_id", "email"],
    ],
    ["quoted lines are divided", '"user_id,email"\n"1,a@x.de"\n"2,b@x.de"\n', ["user_id", "email"]],
  ];
  for (const [name, text, headers] of files) {
    test(name, async () => {
      const whole = await readTable(text);
      const tables = await Promise.all(
        (await partsOf(text, { rowsPerFile: 2 })).map(({ content }) => readTable(content)),
      );
      for (const table of tables) expect(table.headers).toEqual(headers);
      expect(tables.flatMap(({ records }) => records.map(({ cells }) => cells))).toEqual(
        whole.records.map(({ cells }) => cells),
      );
    });
  }

  test("are safe in a spreadsheet", async () => {
    const [part] = await partsOf("user_id,email\n=1+1,a@x.de\n");
    expect(await part?.content.text()).toContain("'=1+1");
  });
});

describe("what can't be split", () => {
  test("a file beyond the limit of bytes", async () => {
    expect(await splitCsv(makeFile(10), { maxBytes: 50 })).toMatchObject({
      ok: false,
      issue: { code: "file_too_large" },
    });
  });

  test("an empty file", async () => {
    expect(await splitCsv("\n\n")).toEqual({ ok: false, issue: { code: "empty_file" } });
  });

  test("an aborted signal rejects with its reason", async () => {
    await expect(splitCsv("a,b", { signal: AbortSignal.abort("stop") })).rejects.toBe("stop");
  });
});
