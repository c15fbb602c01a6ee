// Exports that were saved by a spreadsheet program in some country.
import { dateStyles } from "../make/dates.ts";
import type { Sheet } from "../make/sheet.ts";

/** What each source gives before the detour. */
const sources: Readonly<Record<string, string>> = {
  auth0: `user_id=auth0>id; email=email>email; name=full>name; logins_count=int; created_at=iso>since; last_login=iso>seen`,
  wordpress: `ID=seq>id; user_login=user; user_email=email>email; user_registered=space>since; display_name=full>name`,
  hubspot: `Record ID=twenty>id; First Name=first>first; Last Name=last>last; Email=email>email; Create Date=minute>since; Associated Company=company`,
  prestashop: `ID=zero>id; Social title=Mr./Mrs.; First name=first>first; Last name=last>last; Email address=email>email; Registration=space>since; Last visit=space>seen`,
};

/** What the detour does to the file; `dates` is how the program writes a day afterwards. */
const detours: Readonly<Record<string, Omit<Sheet, "name" | "columns"> & { readonly dates?: string }>> = {
  "Excel, German": { delimiter: ";", encoding: "windows-1252", lineEnd: "\r\n", names: "de", dates: "detime" },
  "Excel, French": { delimiter: ";", encoding: "windows-1252", lineEnd: "\r\n", names: "fr", dates: "eutime" },
  "Excel, American": { encoding: "windows-1252", lineEnd: "\r\n", names: "es", dates: "ustime" },
  "Excel, Japanese": { encoding: "shift_jis", lineEnd: "\r\n", names: "ja", dates: "jp" },
  "Excel, Polish": { delimiter: ";", encoding: "windows-1250", lineEnd: "\r\n", names: "pl" },
  "Excel, Unicode Text": { delimiter: "\t", encoding: "utf-16le", mark: true, lineEnd: "\r\n", names: "pl" },
  "Excel, CSV UTF-8": { delimiter: ";", mark: true, lineEnd: "\r\n", names: "de", dates: "detime" },
  "Excel for Mac": { delimiter: ";", encoding: "macintosh", lineEnd: "\r", names: "fr" },
  "LibreOffice, quoted": { quote: "all", names: "es" },
};

const base = sources.auth0 ?? "";
const german = { delimiter: ";", encoding: "windows-1252", lineEnd: "\r\n", names: "de" } as const;
/** Excel takes its `sep=` line away; others count it: the header's row is left open. */
const anyHeaderRow: Sheet["expect"] = ({ headerRow: _, ...table }) => table;

export const desktop: readonly Sheet[] = [
  ...Object.entries(detours).flatMap(([detour, { dates, ...shape }]) =>
    Object.entries(sources).map(([source, columns]) => ({
      ...shape,
      name: `${detour}: ${source}`,
      columns: dates ? withDates(columns, dates) : columns,
    })),
  ),
  { name: "sep=; line", columns: base, delimiter: ";", text: (text) => `sep=;\r\n${text}`, expect: anyHeaderRow },
  { name: "quoted sep line", columns: base, delimiter: "|", text: (text) => `"sep=|"\n${text}`, expect: anyHeaderRow },
  {
    name: "sep line after a mark",
    columns: base,
    delimiter: "\t",
    encoding: "utf-16le",
    mark: true,
    text: (text) => `sep=\t\r\n${text}`,
    expect: anyHeaderRow,
  },
  { name: "UTF-16 without a mark", columns: base, delimiter: "\t", encoding: "utf-16le", names: "de" },
  { name: "UTF-16BE with a mark", columns: base, encoding: "utf-16be", mark: true, names: "ja" },
  { name: "UTF-16BE without a mark", columns: base, delimiter: ";", encoding: "utf-16be" },
  { ...german, name: "serial days", columns: withDates(base, "serial") },
  { ...german, name: "serial moments", columns: withDates(base, "serialtime") },
  { name: "ids like 1E5", columns: "user_id=exponent>id; email=email>email; name=full>name" },
  { name: "ids with leading zeros", columns: "user_id=zero>id; email=email>email; name=full>name; zip=zip" },
  { name: "ids of 20 digits", columns: "user_id=twenty>id; email=email>email" },
  {
    ...german,
    name: "apostrophe before every value",
    columns: base,
    grid: (grid) => grid.map((row, index) => (index ? row.map((cell) => `'${cell}`) : row)),
  },
  { name: "apostrophe before every id", columns: "Customer ID=apostrophe>id; Email=email>email; Name=full>name" },
  {
    name: "an apostrophe that belongs there",
    columns: "user_id=num>id; email=email>email; name=full>name",
    grid: (grid) => grid.map((row, index) => (index === 2 ? [row[0] ?? "", row[1] ?? "", "'t Hooft"] : row)),
    expect: (table) => ({
      ...table,
      rows: table.rows.map((row, index) => (index === 1 ? { ...row, name: "'t Hooft" } : row)),
    }),
  },
  {
    ...german,
    name: "empty columns at the right",
    columns: base,
    grid: (grid) => grid.map((row) => [...row, "", "", ""]),
  },
  { ...german, name: "empty rows at the end", columns: base, below: [";;;;;", ";;;;;", ";;;;;"] },
  { name: "Numbers table title", columns: base, names: "fr", above: ["Table 1,,,,,"] },
  { ...german, name: "WAHR and FALSCH", columns: `${base}; email_verified=WAHR/FALSCH` },
  {
    name: "every line in quotes",
    columns: base,
    quote: "never",
    text: (text) => text.replace(/^(.+)$/gm, '"$1"'),
  },
];

function withDates(columns: string, kind: string): string {
  return columns.replace(/=(\w+)/g, (whole, word: string) => (dateStyles[word] ? `=${kind}` : whole));
}
