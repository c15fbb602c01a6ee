// For any bytes, reading never throws, and every row is kept or counted.
import fc from "fast-check";
import { expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { findDelimiter, repairQuotes } from "../../../src/csv/read/delimiter.ts";
import { decodeBytes } from "../../../src/csv/read/encodings/dos-encodings.ts";
import { parseSlices } from "../../../src/csv/read/parse.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { toReadReport } from "../../../src/csv/read/read-report.ts";
import { detectDateFormats } from "../../../src/csv/rows/date-columns.ts";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import type { ReadOptions } from "../../../src/csv/table.ts";
import { encode } from "../reading.ts";

const piece = fc.constantFrom(
  ...[
    "user_id,email\n",
    "1,a@x.de\n",
    "2;b@x.de\r\n",
    '"',
    "'",
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    " ",
    "\0",
    "é",
    "\uFEFF",
    "Ã¼",
    "\u200B",
  ],
  ...[
    '"1,a@x.de"\n',
    '1, "x"\n',
    "sep=;\n",
    "__proto__",
    "31.12.2025",
    "=1+1",
    "<script>",
    "王",
    '\\"',
    "a".repeat(50),
  ],
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => encode(pieces.join("")));
const bytes = fc.oneof(
  text,
  fc.uint8Array({ maxLength: 300 }),
  fc.tuple(text, fc.uint8Array({ maxLength: 4 })).map(([a, b]) => Uint8Array.from([...a, ...b])),
);
const options: fc.Arbitrary<ReadOptions> = fc.record({
  delimiter: fc.constantFrom("auto", ",", ";", "\t", "|"),
  encoding: fc.constantFrom("auto", "auto", "auto", "utf-8", "shift_jis", "windows-1250", "utf-16be", "ibm850"),
  headerRow: fc.constantFrom<("auto" | number | null)[]>("auto", "auto", null, 1, 3),
  maxRows: fc.integer({ min: 0, max: 5 }),
  maxBytes: fc.constantFrom(20, 1000),
  overflow: fc.constantFrom("refuse", "first", "all"),
  fromRow: fc.constantFrom(1, 1, 2, 4),
  garbled: fc.constantFrom("keep", "mend"),
  longRows: fc.constantFrom("ask", "join", "cut"),
});

test("nothing throws, and every row is counted", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, options, async (input, chosen) => {
      const result = await readCsv(input, chosen);
      if (!result.ok) return void toReadReport(result.issue);
      const { table } = result;
      const suggestion = suggestMapping(table);
      const dates = detectDateFormats(table, suggestion.mapping);
      toReadReport(table, suggestion, dates);
      expect(toImportRows(table, suggestion.mapping)).toHaveLength(table.records.length);
      const { kept, blank, aboveData, before, overLimit, estimated } = table.counts;
      expect(kept).toBe(table.records.length);
      if (estimated) return;
      const whole = decodeBytes(input, table.dialect.encoding);
      const { text: rest, choice } = findDelimiter(whole, chosen);
      const repaired = repairQuotes(rest, choice.delimiter, choice.quoting);
      const records = [...parseSlices(repaired, choice.delimiter, choice.quoting.quote)].flatMap(
        (slice) => slice.records,
      );
      expect(kept + blank + aboveData + before + overLimit).toBe(records.length);
    }),
    { numRuns: 1000 },
  );
});
