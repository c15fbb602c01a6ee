// This package's own door `./csv`, used as docs/headless.md shows: read, suggest, make rows.
import {
  detectDateFormats,
  findDamagedIds,
  findEmptyTexts,
  findRepairs,
  findUnreachableEmails,
  readCsv,
  suggestMapping,
  toImportRows,
} from "../../../src/csv/index.ts";
import { checkDates } from "../../../src/csv/rows/date-checks.ts";
import type { Case, DateField, Outcome, Reader, Values } from "../case.ts";
import { fieldKeys } from "../case.ts";

type ReadOptions = NonNullable<Parameters<typeof readCsv>[1]>;
type Table = Extract<Awaited<ReturnType<typeof readCsv>>, { ok: true }>["table"];
type Suggestion = Awaited<ReturnType<typeof suggestMapping>>;

/** By the measure of the others, and by all that the door promises. */
export const ours: Reader = { name: "ours", judgeOffers: false, read };
export const oursInFull: Reader = { name: "ours, in full", judgeOffers: true, read };

async function read(bytes: Uint8Array, chosen: Case["chosen"]): Promise<Outcome> {
  const result = await readCsv(bytes, { ...chosen } as ReadOptions);
  if (!result.ok) return { refusal: result.issue.code };
  const { table } = result;
  const suggestion = await suggestMapping(table);
  return {
    delimiter: table.dialect.delimiter,
    headerRow: table.dialect.headerRow,
    mapping: suggestion.mapping,
    nameColumns: suggestion.nameColumns?.columns ?? null,
    rows: rowsOf(table, suggestion),
    converted: convertedOf(table, suggestion),
    told: await toldOf(table, suggestion),
  };
}

// After every day of the people in the files.
const now = Date.UTC(2027, 0, 1);

/** All that the card says or asks about the file, beside the formats of dates and the name to join. */
async function toldOf(table: Table, { mapping, fields }: Suggestion): Promise<string[]> {
  const formats = detectDateFormats(table, mapping, now);
  const dateFormats = Object.fromEntries(
    Object.entries(formats).flatMap(([field, { format }]) => (format === null ? [] : [[field, format]])),
  );
  const checks = checkDates(table, mapping, { dateFormats }, now);
  const damaged = await findDamagedIds(table, mapping);
  const unreachable = await findUnreachableEmails(table, mapping);
  return [
    ...table.notices.map(({ code }) => code),
    ...checks.notices.map(({ code }) => code),
    ...(checks.placeholders.length > 0 ? ["placeholders"] : []),
    ...((await findEmptyTexts(table, mapping)).length > 0 ? ["null texts"] : []),
    ...unreachable.map(({ reason }) => `emails: ${reason}`),
    ...(damaged ? [`ids: ${damaged.damage}`] : []),
    ...Object.keys(await findRepairs(table, mapping)).map((field) => `repair: ${field}`),
    ...Object.values(formats).flatMap(({ rest }) => (rest ? ["second format"] : [])),
    ...fieldKeys.flatMap((key) => {
      const { how, confidence, reason } = fields[key];
      if (how === "none") return reason.code === "no_match" ? [] : [`asked: ${key}, ${reason.code}`];
      if (how === "guess") return [`guessed: ${key}`];
      return confidence < 0.5 ? [`doubted: ${key}`] : [];
    }),
  ];
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
  const found = detectDateFormats(table, suggestion.mapping, now);
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
