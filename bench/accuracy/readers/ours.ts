// This package's own door `./csv`, used as docs/headless.md shows: read, suggest, make rows.
import { detectDateFormats, readCsv, suggestMapping, toImportRows } from "../../../src/csv/index.ts";
import type { Case, DateField, Outcome, Reader, Values } from "../case.ts";
import { fieldKeys } from "../case.ts";

type ReadOptions = NonNullable<Parameters<typeof readCsv>[1]>;
type Table = Extract<Awaited<ReturnType<typeof readCsv>>, { ok: true }>["table"];
type Suggestion = ReturnType<typeof suggestMapping>;

/** By the measure of the others, and by all that the door promises. */
export const ours: Reader = { name: "ours", judgeOffers: false, read };
export const oursInFull: Reader = { name: "ours, in full", judgeOffers: true, read };

async function read(bytes: Uint8Array, chosen: Case["chosen"]): Promise<Outcome> {
  const result = await readCsv(bytes, { ...chosen } as ReadOptions);
  if (!result.ok) return { refusal: result.issue.code };
  const { table } = result;
  const suggestion = suggestMapping(table);
  return {
    delimiter: table.dialect.delimiter,
    headerRow: table.dialect.headerRow,
    mapping: suggestion.mapping,
    nameColumns: suggestion.nameColumns?.columns ?? null,
    rows: rowsOf(table, suggestion),
    converted: convertedOf(table, suggestion),
  };
}

/** Ids, emails and names as they would be sent; days as the file has them. */
function rowsOf(table: Table, suggestion: Suggestion): Values[] {
  return toImportRows(table, suggestion.mapping).map(({ user, input }) => {
    const values: Values = {};
    for (const key of fieldKeys) {
      const text = key.endsWith("Date") ? input[key] : (user?.[key] ?? input[key]);
      if (suggestion.mapping[key] !== null) values[key] = text ?? "";
    }
    return values;
  });
}

/** The first row's days after the conversions that are offered; "ask" where the person has to choose. */
function convertedOf(table: Table, suggestion: Suggestion): Partial<Record<DateField, string>> {
  const found = detectDateFormats(table, suggestion.mapping);
  const converted: Partial<Record<DateField, string>> = {};
  for (const key of ["registrationDate", "lastLoginDate"] as const) {
    const { format = null, ambiguous = false } = found[key] ?? {};
    if (ambiguous) converted[key] = "ask";
    else if (format !== null && format !== "iso") {
      const [row] = toImportRows(table, suggestion.mapping, { dateFormats: { [key]: format } });
      converted[key] = row?.input[key] ?? "";
    }
  }
  return converted;
}
