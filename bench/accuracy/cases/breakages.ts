// Slightly broken files: extra lines above, between and below the rows, and faults inside cells.

import type { ExpectedTable } from "../case.ts";
import type { Sheet } from "../make/sheet.ts";

const list = "user_id=num>id; email=email>email; name=full>name; created_at=day>since; last_login=iso>seen";
const semicolons = { columns: list, delimiter: ";" } as const;
const short = "user_id=num>id; email=email>email; name=full>name";

export const breakages: readonly Sheet[] = [
  { name: "one title row", columns: list, above: ["Users export 2026-05-03"] },
  { name: "title and blank row", columns: list, above: ["Users export", ""] },
  { name: "title with a comma", columns: list, above: ["Report, generated 2026-05-03", ""] },
  { name: "title row of full width", columns: list, above: ["All customers,,,,"] },
  {
    name: "five rows above",
    columns: list,
    above: ["Acme Ltd", "Users", "Filter: active", "By: admin@example.com", ""],
  },
  { name: "key and value rows above", ...semicolons, above: ["Report;Users", "Created;2026-05-03", "Rows;12", ""] },
  { name: "blank rows above", columns: list, above: ["", "", ""] },
  { name: "comment lines above", columns: list, above: ["# exported by admin", "# 2026-05-03"] },
  { name: "blank lines between", columns: list, text: (text) => text.replaceAll("\n", "\n\n") },
  {
    name: "rows of delimiters between",
    ...semicolons,
    grid: (grid) => grid.flatMap((row, index) => (index % 3 === 2 ? [row, ["", "", "", "", ""]] : [row])),
  },
  { name: "no header", columns: list, header: false },
  { name: "no header, semicolons", ...semicolons, header: false },
  { name: "no header, two columns", columns: "user_id=num>id; email=email>email", header: false },
  { name: "no header, email first", columns: "A=email>email; B=full>name; C=uuid>id", header: false },
  { name: "no header, blank rows above", columns: short, header: false, above: ["", ""] },
  { name: "duplicate headers", columns: "user_id=num>id; email=email>email; notes=note; notes=tags; name=full>name" },
  { name: "duplicate email headers", columns: "user_id=num>id; email=email>email; name=full>name; email=empty>email?" },
  { name: "empty headers", columns: "=note; user_id=num>id; =int; email=email>email; =empty; name=full>name" },
  { name: "pandas index column", columns: "=seq; user_id=num>id; email=email>email; name=full>name" },
  { name: "unnamed index column", columns: "Unnamed: 0=seq; user_id=num>id; email=email>email; name=full>name" },
  { name: "short rows", columns: list, grid: cut, expect: withoutCut },
  {
    name: "a long row",
    columns: `${short}; city=city`,
    grid: (grid) => grid.map((row, index) => (index === 3 ? [...row, "extra", "more"] : row)),
  },
  { name: "trailing delimiters everywhere", ...semicolons, grid: (grid) => grid.map((row) => [...row, ""]) },
  {
    name: "trailing delimiters in rows only",
    columns: list,
    grid: (grid) => grid.map((row, index) => (index ? [...row, ""] : row)),
  },
  { name: "mixed line ends", columns: list, text: mixedEnds },
  { name: "carriage returns only", columns: list, lineEnd: "\r" },
  { name: "carriage return, carriage return, line feed", columns: list, lineEnd: "\r\r\n" },
  { name: "no line end at the end", columns: list, text: (text) => text.trimEnd() },
  { name: "line feeds inside quotes", columns: `${short}; address=x`, grid: (grid) => address(grid, "\n") },
  {
    name: "line feeds inside quotes, long",
    columns: `address=x; ${short}`,
    rows: 40,
    grid: (grid) => grid.map((row, index) => (index ? ["Main St 1\nSuite 2\n\nLeeds", ...row.slice(1)] : row)),
  },
  {
    name: "CRLF inside quotes",
    columns: `${short}; address=x`,
    lineEnd: "\r\n",
    grid: (grid) => address(grid, "\r\n"),
  },
  {
    name: "quotes inside quotes",
    columns: `${short}; note=x`,
    grid: (grid) => grid.map((row) => row.map((cell) => (cell === "x" ? 'She said "hi", twice' : cell))),
  },
  { name: "bare quotes inside a cell", columns: `${short}; height=6' 2" tall`, quote: "never" },
  { name: "backslash quotes", columns: `${short}; note=x`, text: (text) => text.replace(/,x$/gm, ',"a \\"b\\" c"') },
  {
    name: "apostrophes around names with commas",
    columns: "user_id=num>id; email=email>email; name=lastfirst>name; city=city",
    text: (text) => text.replace(/"([^"\n]*)"/g, "'$1'"),
  },
  {
    name: "backslashes before commas",
    columns: "user_id=num>id; email=email>email; name=lastfirst>name; city=city",
    text: (text) => text.replace(/"([^"\n]*)"/g, (_, cell: string) => cell.replaceAll(",", "\\,")),
  },
  {
    name: "backslash quotes before a comma",
    columns: `${short}; note=x`,
    text: (text) => text.replace(/,x$/gm, ',"\\"a\\", \\"b\\""'),
  },
  {
    name: "blank before the quotes of two rows",
    columns: list,
    text: (text) => text.replace(/^(?:.*\n){3}|,([^,\n]+)/g, (found, cell?: string) => (cell ? `, "${cell}"` : found)),
  },
  {
    name: "row names",
    columns: short,
    grid: (grid) => grid.map((row, index) => (index ? [String(index), ...row] : row)),
    expect: withRowNames,
  },
  { name: "blank before quotes", columns: list, text: (text) => text.replace(/,([^,\n]+)/g, ', "$1"') },
  { name: "blank after commas", columns: list, text: (text) => text.replaceAll(",", ", ") },
  {
    name: "commas in a semicolon file",
    columns: "user_id=num>id; email=email>email; name=lastfirst>name; tags=a, b, c/d, e; amount=1,50/2,75",
    delimiter: ";",
  },
  {
    name: "semicolons in a comma file",
    columns: "user_id=num>id; email=email>email; name=full>name; roles=x",
    text: (text) => text.replace(/,x$/gm, ",admin;editor;author;viewer"),
  },
  { name: "pipes in a tab file", columns: "user_id=auth0>id; email=email>email; name=full>name", delimiter: "\t" },
  { name: "one column of emails", columns: "email=email>email" },
  { name: "one column without header", columns: "email=email>email", header: false },
  {
    name: "one data row",
    columns: list,
    rows: 5,
    grid: (grid) => grid.slice(0, 2),
    expect: (table) => ({ ...table, rows: table.rows.slice(0, 1) }),
  },
  { name: "NUL bytes", columns: list, text: (text) => text.replace(/@/g, "\0@") },
  {
    name: "zero-width characters",
    columns: list,
    text: (text) => text.replace(/,(?=\w+\.)/g, ",\u200b").replace("email", "\u200bemail"),
  },
  { name: "no-break spaces", columns: short, text: (text) => text.replaceAll(",", "\u00a0,\u00a0") },
  { name: "mark inside the first header", columns: list, quote: "all", mark: true },
  { name: "two marks", columns: list, mark: true, text: (text) => `\uFEFF${text}` },
  { name: "header of odd case and marks", columns: "*User ID*=num>id; Email:=email>email; Name (full)=full>name" },
  {
    name: "header in quotes only",
    columns: list,
    text: (text) => text.replace(/^.*\n/, (line) => `"${line.trim().replaceAll(",", '","')}"\n`),
  },
  { name: "units above the header", columns: "user_id=num>id; email=email>email; age=int", above: [",,years"] },
  {
    name: "header repeated in the middle",
    columns: list,
    rows: 12,
    grid: (grid) => [...grid.slice(0, 6), grid[0] ?? [], ...grid.slice(6)],
  },
  { name: "totals below", ...semicolons, below: ["", "Total;12;;;"] },
  { name: "end mark below", columns: list, below: ["-- end of file --"] },
  {
    name: "hostile headers",
    columns: "__proto__=note; constructor=int; user_id=num>id; toString=note; email=email>email",
  },
  { name: "formulas in cells", columns: `${short}; website=x`, text: (text) => text.replace(/,x$/gm, ",=1+1") },
  {
    name: "wide file",
    columns: `${Array.from({ length: 80 }, (_, index) => `custom_${index}=int`).join("; ")}; ${list}`,
  },
];

/** Rows lose their empty end, as some exporters have it. */
function cut(grid: string[][]): string[][] {
  return grid.map((row, index) => (index % 4 === 3 ? [...row.slice(0, 3)] : row));
}

/** The names of the rows stand before the first column. */
function withRowNames(table: ExpectedTable): ExpectedTable {
  const fields = Object.entries(table.mapping).map(([key, wanted]) => {
    const column = wanted.column === null ? null : wanted.column + 1;
    return [key, { column, also: wanted.also.map((one) => one + 1) }];
  });
  return { ...table, mapping: Object.fromEntries(fields) as ExpectedTable["mapping"] };
}

function withoutCut(table: ExpectedTable): ExpectedTable {
  const lost = { registrationDate: "", lastLoginDate: "" };
  return { ...table, rows: table.rows.map((row, index) => (index % 4 === 2 ? { ...row, ...lost } : row)) };
}

function mixedEnds(text: string): string {
  const ends = ["\n", "\r\n", "\r"];
  return text.split("\n").reduce((whole, line, index) => whole + (ends[(index - 1) % 3] ?? "") + line);
}

function address(grid: string[][], end: string): string[][] {
  return grid.map((row) => row.map((cell) => (cell === "x" ? `Main St 1${end}Leeds` : cell)));
}
