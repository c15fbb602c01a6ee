// Held out a seventh time, second half: texts as tools print them, breakages and dates, each with its table written by hand.
import type { Case, ExpectedTable, FieldKey, Values } from "./case.ts";
import { fieldKeys } from "./case.ts";

interface Row {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly since: string;
  readonly seen: string;
}

const rows: readonly Row[] = [
  "1001 ada@example.com Ada_Moore 2024-01-10 2025-03-14",
  "1002 bo@example.org Bo_Chan 2024-02-25 2025-04-02",
  "1003 cy@example.net Cy_Roe 2023-11-05 2025-01-30",
  "1004 dee@example.com Dee_Park 2022-07-19 2025-02-07",
  "1005 eli@example.org Eli_Stone 2021-12-31 2025-05-16",
  "1006 fay@example.net Fay_Marsh 2020-09-08 2025-03-03",
  "1007 gus@example.com Gus_Ward 2024-03-27 2025-06-21",
  "1008 hal@example.org Hal_Reed 2023-05-13 2025-02-28",
].map((line) => {
  const [id = "", email = "", name = "", since = "", seen = ""] = line.split(" ");
  return { id, email, name: name.replace("_", " "), since, seen };
});

const keyOf = {
  externalUserId: "id",
  email: "email",
  name: "name",
  registrationDate: "since",
  lastLoginDate: "seen",
} as const;

interface Want {
  /** The columns of id, email, name, since and seen, from 1; null for none. */
  readonly columns: readonly (number | null)[];
  readonly delimiter?: string;
  readonly header?: number | null;
  readonly parts?: readonly number[];
  /** Texts that differ from the people above. */
  readonly cell?: Partial<Record<keyof Row, (row: Row, index: number) => string>>;
  readonly converted?: ExpectedTable["converted"];
  readonly told?: readonly string[];
  readonly encoding?: string;
  readonly mark?: boolean;
  readonly chosen?: Case["chosen"];
}

/** A file written out, with the columns that a person would choose. */
function raw(name: string, text: string, want: Want) {
  const columnOf = Object.fromEntries(fieldKeys.map((key, index) => [key, want.columns[index] ?? null]));
  const mapping = Object.fromEntries(
    fieldKeys.map((key) => {
      const column = columnOf[key] ?? null;
      return [key, { column: column === null ? null : column - 1, also: [] }];
    }),
  ) as unknown as ExpectedTable["mapping"];
  const valuesOf = (row: Row, index: number): Values =>
    Object.fromEntries(
      fieldKeys
        .filter((key: FieldKey) => columnOf[key] !== null)
        .map((key) => [key, want.cell?.[keyOf[key]]?.(row, index) ?? row[keyOf[key]]]),
    );
  const table: ExpectedTable = {
    ...(want.delimiter && { delimiter: want.delimiter }),
    ...(want.header !== undefined && { headerRow: want.header }),
    mapping,
    nameColumns: want.parts?.map((part) => part - 1) ?? null,
    eitherOrder: false,
    rows: rows.map(valuesOf),
    converted: want.converted ?? {},
  };
  return {
    name,
    columns: "x=int",
    rows: 1,
    text: () => text,
    expect: () => table,
    ...(want.told && { told: want.told }),
    ...(want.encoding && { encoding: want.encoding }),
    ...(want.mark && { mark: true }),
    ...(want.chosen && { chosen: want.chosen }),
  };
}

const refused = (name: string, text: string, refusal: readonly string[]) => ({
  name,
  columns: "x=int",
  rows: 1,
  text: () => text,
  refusal,
});

const lines = (write: (row: Row, index: number) => string, end = "\n") => rows.map(write).join(end);
const pad = (text: string, width: number) => text.padEnd(width);
const box = "+------+------------------+------------+\n";
const boxRow = (a: string, b: string, c: string) => `| ${pad(a, 4)} | ${pad(b, 16)} | ${pad(c, 10)} |\n`;

export const printed = [
  raw(
    "psql aligned",
    `  id  |      email       |    name    \n------+------------------+------------\n${lines((r) => ` ${r.id} | ${pad(r.email, 16)} | ${r.name}`)}\n(8 rows)\n`,
    { columns: [1, 2, 3], delimiter: "|", header: 1 },
  ),
  raw(
    "mysql box",
    `${box}${boxRow("id", "email", "name")}${box}${rows.map((r) => boxRow(r.id, r.email, r.name)).join("")}${box}8 rows in set (0.00 sec)\n`,
    { columns: [2, 3, 4], delimiter: "|", header: 2 },
  ),
  raw(
    "markdown table",
    `| User ID | Email | Name |\n|---|:---|---:|\n${lines((r) => `| ${r.id} | ${r.email} | ${r.name} |`)}\n`,
    { columns: [2, 3, 4], delimiter: "|", header: 1 },
  ),
  raw(
    "sqlcmd",
    `id,email,name\r\n----,-----,----\r\n${lines((r) => `${r.id},${pad(r.email, 30)},${pad(r.name, 20)}`, "\r\n")}\r\n\r\n(8 rows affected)\r\n`,
    { columns: [1, 2, 3], delimiter: ",", header: 1, told: ["headers_skipped", "rows_short"] },
  ),
  raw(
    "sqlplus",
    `\nSQL> select id||','||email from users;\n\nID,EMAIL,NAME\n${lines((r) => `${r.id},${r.email},${r.name}`)}\n\n8 rows selected.\n\nSQL> spool off\n`,
    { columns: [1, 2, 3], delimiter: ",", header: 4 },
  ),
  raw(
    "mysql batch",
    `id\temail\tname\tlast_login\n${lines((r, i) => `${r.id}\t${r.email}\t${r.name}\t${i % 3 ? `${r.seen} 10:00:00` : "NULL"}`)}\n`,
    {
      columns: [1, 2, 3, null, 4],
      delimiter: "\t",
      header: 1,
      cell: { seen: (r, i) => (i % 3 ? `${r.seen} 10:00:00` : "NULL") },
      told: ["no_zone", "null texts"],
    },
  ),
  raw(
    "sap list",
    `-----------------------------\n|Kunde|Name|E-Mail|Angelegt am|\n-----------------------------\n${lines((r) => `|${r.id}|${r.name}|${r.email}|${r.since.split("-").reverse().join(".")}|`)}\n-----------------------------\n`,
    {
      columns: [2, 4, 3, 5],
      delimiter: "|",
      header: 2,
      cell: { since: (r) => r.since.split("-").reverse().join(".") },
      converted: { registrationDate: "2024-01-10" },
    },
  ),
  raw(
    "excel file with sep and quotes",
    `"sep=;"\r\n"Kundennummer";"E-Mail";"Name"\r\n${lines((r) => `"${r.id}";"${r.email}";"${r.name}"`, "\r\n")}\r\n`,
    { columns: [1, 2, 3], delimiter: ";", told: [] },
  ),
  raw("sep of a tab", `sep=\t\r\nuser_id\temail\tname\r\n${lines((r) => `${r.id}\t${r.email}\t${r.name}`, "\r\n")}`, {
    columns: [1, 2, 3],
    delimiter: "\t",
    header: 2,
    told: [],
    encoding: "utf-16le",
    mark: true,
  }),
  raw(
    "oracle developer",
    `"ID","E_MAIL","NAME","CREATED"\n${lines((r) => `${r.id},"${r.email}","${r.name}",10-JAN-24`)}\n`,
    {
      columns: [1, 2, 3, 4],
      delimiter: ",",
      header: 1,
      cell: { since: () => "10-JAN-24" },
      converted: { registrationDate: "2024-01-10" },
    },
  ),
  raw("pandas with row numbers", `;id;email;name\n${lines((r, i) => `${i};${r.id};${r.email};${r.name}`)}\n`, {
    columns: [2, 3, 4],
    delimiter: ";",
    header: 1,
    told: [],
  }),
  raw(
    "json in cells",
    `id,email,name,meta\n${lines((r) => `${r.id},${r.email},${r.name},"{""a"": 1, ""b"": ""x,y""}"`)}\n`,
    {
      columns: [1, 2, 3],
      delimiter: ",",
      header: 1,
      told: [],
    },
  ),
  raw("carets", `id^email^name\n${lines((r) => `${r.id}^${r.email}^${r.name}`)}\n`, { columns: [null, null, null] }),
  refused(
    "vcard",
    rows.map((r) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${r.name}\r\nEMAIL:${r.email}\r\nEND:VCARD\r\n`).join(""),
    ["not_csv"],
  ),
  refused(
    "ldif",
    rows.map((r) => `dn: uid=${r.id},ou=people,dc=example,dc=com\nobjectClass: person\nmail: ${r.email}\n\n`).join(""),
    ["not_csv"],
  ),
  refused(
    "sql dump",
    `-- MySQL dump 10.13\nCREATE TABLE \`users\` (\n  \`id\` int,\n  \`email\` varchar(255)\n);\nINSERT INTO \`users\` VALUES ${rows.map((r) => `(${r.id},'${r.email}','${r.name}')`).join(",")};\n`,
    ["not_csv"],
  ),
  refused("rtf", `{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\n${lines((r) => `${r.id}, ${r.email}\\par`)}\n}`, [
    "not_csv",
  ]),
  refused(
    "xml without prolog",
    `<users>\n${lines((r) => `<user id="${r.id}"><email>${r.email}</email></user>`)}\n</users>`,
    ["not_csv"],
  ),
  refused("json lines with arrays", `["id","email"]\n${lines((r) => JSON.stringify([r.id, r.email]))}\n`, ["not_csv"]),
  refused("yaml", `users:\n${lines((r) => `  - id: ${r.id}\n    email: ${r.email}\n    name: ${r.name}`)}\n`, [
    "not_csv",
  ]),
  refused(
    "calendar",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Call\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ["not_csv"],
  ),
  refused(
    "mail",
    `From: admin@example.com\r\nTo: ops@example.com\r\nSubject: Export\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHere is the list.\r\n`,
    ["not_csv"],
  ),
  refused("web page of a login", `<html lang="en">\n<body><form action="/login"></form></body></html>`, ["not_csv"]),
];

const plainHead = "user_id,email,name";
const plain = (r: Row) => `${r.id},${r.email},${r.name}`;
const three = { columns: [1, 2, 3], delimiter: "," } as const;

export const breakages = [
  raw(
    "pages with a header each",
    `Report of users,,\nPage 1,,\n${plainHead}\n${rows.slice(0, 4).map(plain).join("\n")}\nPage 2,,\n${plainHead}\n${rows.slice(4).map(plain).join("\n")}\n`,
    {
      ...three,
      header: 3,
    },
  ),
  raw(
    "header again in capitals",
    `${plainHead}\n${rows.slice(0, 4).map(plain).join("\n")}\n${plainHead.toUpperCase()}\n${rows.slice(4).map(plain).join("\n")}\n`,
    {
      ...three,
      header: 1,
    },
  ),
  raw("total below", `${plainHead}\n${lines(plain)}\nTotal users: 8\n`, { ...three, header: 1 }),
  raw(
    "summe unten",
    `Kundennr.;E-Mail;Name;Umsatz\n${lines((r) => `${r.id};${r.email};${r.name};12,50`)}\nSumme;;;100,00\n`,
    {
      ...three,
      delimiter: ";",
      header: 1,
    },
  ),
  raw(
    "copyright below",
    `${plainHead}\n${lines(plain)}\n\n"Copyright (c) 2025 Example Ltd. All rights reserved."\n"Confidential Information - Do Not Distribute"\n`,
    {
      ...three,
      header: 1,
    },
  ),
  raw(
    "two header rows, groups",
    `,Person,,Dates,\nID,Name,Email,Created,Last login\n${lines((r) => `${r.id},${r.name},${r.email},${r.since},${r.seen}`)}\n`,
    {
      columns: [1, 3, 2, 4, 5],
      delimiter: ",",
      header: 2,
    },
  ),
  raw("two header rows, two languages", `Kundennummer,E-Mail,Name\nCustomer ID,Email,Name\n${lines(plain)}\n`, {
    ...three,
    told: ["headers_skipped"],
  }),
  raw("two header rows, descriptions", `${plainHead}\nunique key,contact address,as shown\n${lines(plain)}\n`, {
    ...three,
    header: 1,
  }),
  raw(
    "key and value above, long",
    `Report:,Users\nCreated by:,admin@example.com\nCreated at:,2025-06-01 10:00\nFilter:,"Status = Active, Role = Any"\n\n${plainHead},status\n${lines((r) => `${plain(r)},Active`)}\n`,
    {
      ...three,
      header: 6,
    },
  ),
  raw("blank columns", `,user_id,,email,,name,\n${lines((r) => `,${r.id},,${r.email},,${r.name},`)}\n`, {
    columns: [2, 4, 6],
    delimiter: ",",
    header: 1,
    told: [],
  }),
  raw("merged cells", `Team,user_id,email,name\n${lines((r, i) => `${i % 4 ? "" : "Sales"},${plain(r)}`)}\n`, {
    columns: [2, 3, 4],
    delimiter: ",",
    header: 1,
    told: [],
  }),
  raw(
    "teams between",
    `user_id,email,name\nTeam A,,\n${rows.slice(0, 4).map(plain).join("\n")}\nTeam B,,\n${rows.slice(4).map(plain).join("\n")}\n`,
    {
      ...three,
      header: 1,
    },
  ),
  raw("two emails of one name", `id,email,name,email\n${lines((r) => `${plain(r)},x.${r.email}`)}\n`, {
    columns: [1, null, 3],
    delimiter: ",",
    header: 1,
    told: ["asked: email, ambiguous"],
  }),
  raw("two addresses in every cell", `id;email;name\n${lines((r) => `${r.id};${r.email}, x.${r.email};${r.name}`)}\n`, {
    columns: [1, 2, 3],
    delimiter: ";",
    header: 1,
    cell: { email: (r) => `${r.email}, x.${r.email}` },
  }),
  raw("dots behind addresses", `${plainHead}\n${lines((r) => `${r.id},${r.email}.,${r.name}`)}\n`, {
    ...three,
    header: 1,
    cell: { email: (r) => `${r.email}.` },
    told: ["doubted: email", "repair: email"],
  }),
  raw(
    "plus and punycode",
    `${plainHead}\n${lines((r) => `${r.id},${r.email.replace("@example", "+tag@xn--bcher-kva")},${r.name}`)}\n`,
    {
      ...three,
      header: 1,
      cell: { email: (r) => r.email.replace("@example", "+tag@xn--bcher-kva") },
      told: [],
    },
  ),
  raw(
    "umlaut domains",
    `${plainHead}\n${lines((r) => `${r.id},${r.email.replace("example", "bücher")},${r.name}`)}\n`,
    {
      ...three,
      header: 1,
      cell: { email: (r) => r.email.replace("example", "xn--bcher-kva") },
      told: [],
    },
  ),
  raw(
    "mixed case of one address",
    `${plainHead}\n${lines((r, i) => `${r.id},${i % 2 ? r.email.toUpperCase() : r.email},${r.name}`)}\n`,
    {
      ...three,
      header: 1,
      told: [],
    },
  ),
  raw("no header, tab", `${lines((r) => `${r.id}\t${r.email}\t${r.name}\t${r.since}\t${r.seen}`)}\n`, {
    columns: [1, 2, 3, 4, 5],
    delimiter: "\t",
    header: null,
  }),
  raw("no header, only id and email", `${lines((r) => `${r.id};${r.email}`)}\n`, {
    columns: [1, 2],
    delimiter: ";",
    header: null,
  }),
  raw(
    "mixed line ends and a mark",
    `${plainHead}\r\n${rows.map((r, i) => plain(r) + ["\n", "\r\n", "\r"][i % 3]).join("")}`,
    {
      ...three,
      header: 1,
      mark: true,
      told: [],
    },
  ),
  raw(
    "ragged ends",
    `${plainHead},city,zip\n${rows.map((r, i) => plain(r) + (i % 2 ? ",Leeds" : ",Leeds,12345")).join("\n")}\n`,
    {
      ...three,
      header: 1,
      told: ["rows_short"],
    },
  ),
  raw("NUL padding at the end", `${plainHead}\n${lines(plain)}\n${"\0".repeat(64)}`, { ...three, header: 1 }),
  raw("end of file mark of DOS", `${plainHead}\r\n${lines(plain, "\r\n")}\r\n\x1a`, { ...three, header: 1 }),
  raw(
    "quotes twice",
    `"""user_id""","""email""","""name"""\n${lines((r) => `"""${r.id}""","""${r.email}""","""${r.name}"""`)}\n`,
    three,
  ),
  raw("single quotes everywhere", `'user_id','email','name'\n${lines((r) => `'${r.id}','${r.email}','${r.name}'`)}\n`, {
    ...three,
    header: 1,
  }),
  raw(
    "typographic quotes everywhere",
    `“user_id”,“email”,“name”\n${lines((r) => `“${r.id}”,“${r.email}”,“${r.name}”`)}\n`,
    {
      ...three,
      header: 1,
      cell: { id: (r) => `“${r.id}”`, email: (r) => `“${r.email}”`, name: (r) => `“${r.name}”` },
    },
  ),
  raw("blank behind each semicolon", `user_id; email; name\n${lines((r) => `${r.id}; ${r.email}; ${r.name}`)}\n`, {
    ...three,
    delimiter: ";",
    header: 1,
    told: [],
  }),
  raw(
    "decimal commas and semicolons",
    `id;email;name;balance;rate\n${lines((r) => `${r.id};${r.email};${r.name};1.234,56;0,5`)}\n`,
    {
      ...three,
      delimiter: ";",
      header: 1,
      told: [],
    },
  ),
  raw(
    "ids in powers, ends lost",
    `user_id,email,name\n${lines((r, i) => `1.2345678901234${i}E+17,${r.email},${r.name}`)}\n`,
    {
      ...three,
      header: 1,
      cell: { id: (_, i) => `1.2345678901234${i}E+17` },
      told: ["ids: exponents"],
    },
  ),
  raw(
    "ids rounded to fifteen digits",
    `user_id,email,name\n${lines((r, i) => `10435126389170${10 + i}0000,${r.email},${r.name}`)}\n`,
    {
      ...three,
      header: 1,
      cell: { id: (_, i) => `10435126389170${10 + i}0000` },
      told: ["ids: rounded"],
    },
  ),
  raw(
    "zeros lost in some ids",
    `user_id,email,name\n${rows.map((r, i) => `${i < 5 ? `000${i + 11}` : i + 90000},${r.email},${r.name}`).join("\n")}\n`,
    {
      ...three,
      header: 1,
      cell: { id: (_, i) => `${i < 5 ? `000${i + 11}` : i + 90000}` },
      told: [],
    },
  ),
  raw(
    "links of a spreadsheet",
    `user_id,email,name\n${lines((r) => `${r.id},"=HYPERLINK(""mailto:${r.email}"",""${r.email}"")",${r.name}`)}\n`,
    {
      ...three,
      header: 1,
      cell: { email: (r) => `=HYPERLINK("mailto:${r.email}","${r.email}")` },
    },
  ),
  raw(
    "links of markdown",
    `user_id,email,name\n${lines((r) => `${r.id},[${r.email}](mailto:${r.email}),${r.name}`)}\n`,
    {
      ...three,
      header: 1,
      cell: { email: (r) => `[${r.email}](mailto:${r.email})` },
      told: ["doubted: email", "repair: email"],
    },
  ),
  raw("addresses as lists", `id\temail\tname\n${lines((r) => `${r.id}\t["${r.email}"]\t${r.name}`)}\n`, {
    ...three,
    delimiter: "\t",
    header: 1,
    cell: { email: (r) => `["${r.email}"]` },
    told: ["doubted: email", "repair: email"],
  }),
  raw("addresses with their kind", `id;email;name\n${lines((r) => `${r.id};SMTP:${r.email};${r.name}`)}\n`, {
    ...three,
    delimiter: ";",
    header: 1,
    cell: { email: (r) => `SMTP:${r.email}` },
    told: ["doubted: email", "repair: email"],
  }),
];

const withDate = (style: (row: Row) => string) =>
  `id;email;created_at\n${lines((r) => `${r.id};${r.email};${style(r)}`)}\n`;
const day = (r: Row) => Number(r.since.slice(8));
const month = (r: Row) => Number(r.since.slice(5, 7));
const year = (r: Row) => Number(r.since.slice(0, 4));
const english = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function dated(name: string, style: (row: Row) => string, converted: string | null, told?: readonly string[]) {
  return raw(`dates: ${name}`, withDate(style), {
    columns: [1, 2, null, 3],
    delimiter: ";",
    header: 1,
    cell: { since: style },
    ...(converted !== null && { converted: { registrationDate: converted } }),
    ...(told && { told }),
  });
}

const two = (value: number) => String(value).padStart(2, "0");

export const dates = [
  dated(
    "oracle timestamp",
    (r) => `${two(day(r))}-${english[month(r) - 1]?.toUpperCase()}-${two(year(r) % 100)} 09.05.07.000000 AM`,
    "2024-01-10T09:05",
  ),
  dated(
    "sql server",
    (r) => `${english[month(r) - 1]} ${String(day(r)).padStart(2)} ${year(r)}  9:05AM`,
    "2024-01-10T09:05",
  ),
  dated("db2", (r) => `${r.since}-09.05.07.000000`, "2024-01-10T09:05"),
  dated("day name in front", (r) => `${new Date(r.since).toUTCString().slice(0, 16)}`, "2024-01-10"),
  dated(
    "day name, long",
    (r) =>
      `${new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(new Date(r.since))} 9:05 AM`,
    "2024-01-10T09:05",
  ),
  dated("short years of Germany", (r) => `${two(day(r))}.${two(month(r))}.${two(year(r) % 100)}`, "2024-01-10"),
  dated("short years first", (r) => `${two(year(r) % 100)}-${two(month(r))}-${two(day(r))}`, "ask"),
  dated("à", (r) => `${two(day(r))}/${two(month(r))}/${year(r)} à 09:05`, "2024-01-10T09:05"),
  dated("um Uhr", (r) => `${two(day(r))}.${two(month(r))}.${year(r)} um 09:05 Uhr`, "2024-01-10T09:05"),
  dated("a las", (r) => `${two(day(r))}/${two(month(r))}/${year(r)} a las 9:05`, "2024-01-10T09:05"),
  dated("h", (r) => `${two(day(r))}/${two(month(r))}/${year(r)} 09h05`, "2024-01-10T09:05"),
  dated("zone of New York", (r) => `${r.since} 09:05:00 EST`, "2024-01-10T09:05:00-05:00"),
  dated("zone by name", (r) => `${r.since} 09:05:00 America/New_York`, "2024-01-10T09:05:00-05:00"),
  dated("offset of India", (r) => `${r.since}T09:05:00+05:30`, null, []),
  dated("offset without colon", (r) => `${r.since} 09:05:00 +0530`, "2024-01-10T09:05:00+05:30"),
  dated("era of Japan", (r) => `令和${year(r) - 2018}年${month(r)}月${day(r)}日`, "2024-01-10"),
  dated("era of Japan, short", (r) => `R${year(r) - 2018}.${month(r)}.${day(r)}`, "2024-01-10"),
  dated("years of Taiwan", (r) => `民國${year(r) - 1911}年${month(r)}月${day(r)}日`, "2024-01-10"),
  dated("years of Thailand", (r) => `${day(r)}/${month(r)}/${year(r) + 543}`, "ask"),
  dated(
    "hijri",
    (r) =>
      new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {
        day: "2-digit",
        month: "2-digit",
        year: "numeric",
        timeZone: "UTC",
      })
        .format(new Date(r.since))
        .replace(/ AH/, ""),
    "ask",
  ),
  dated("seconds with a fraction", (r) => `${Date.parse(r.since) / 1000}.25`, "2024-01-10T00:00"),
  dated("nanoseconds", (r) => `${Date.parse(r.since)}000000`, "2024-01-10T00:00"),
  dated("powers of ten", (r) => (Date.parse(r.since) / 1e12).toFixed(5).concat("E+12"), null),
  dated("serial with a comma", (r) => `${Date.parse(r.since) / 86_400_000 + 25_569},5`, "2024-01-10T12:00"),
  dated("serials of 1904", (r) => `${Date.parse(r.since) / 86_400_000 + 25_569 - 1462}`, "ask"),
  dated("week", (r) => `${year(r)}-W${two(Math.ceil(month(r) * 4.3))}-3`, null, ["doubted: registrationDate"]),
  dated("ago", (r) => `${day(r)} days ago`, null, ["doubted: registrationDate"]),
  dated("vor Tagen", (r) => `vor ${day(r)} Tagen`, null, ["doubted: registrationDate"]),
  dated("years only", (r) => String(year(r)), null),
  dated("months only", (r) => r.since.slice(0, 7), null),
  dated("month and year", (r) => `${english[month(r) - 1]} ${year(r)}`, null),
  dated(
    "roman months",
    (r) =>
      `${day(r)}.${["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][month(r) - 1]}.${year(r)}`,
    "2024-01-10",
  ),
  dated("no zeros", (r) => `${year(r)}-${month(r)}-${day(r)}`, "2024-01-10"),
  dated("ISO basic", (r) => `${r.since.replaceAll("-", "")}T090500Z`, "2024-01-10T09:05:00Z"),
  dated("dots, year first", (r) => r.since.replaceAll("-", "."), "2024-01-10"),
  dated("fraction with a comma", (r) => `${r.since} 09:05:07,123`, "2024-01-10T09:05:07"),
  dated("lower t and z", (r) => `${r.since}t09:05:07z`, "2024-01-10T09:05:07"),
  dated("midnight at 24", (r) => `${r.since} 24:00:00`, null),
  dated("ends with a bracket", (r) => `${r.since}T09:05:07+01:00[Europe/Paris]`, "2024-01-10T09:05:07+01:00"),
  dated("day first or month first", (r) => `${two((day(r) % 12) + 1)}/${two(month(r))}/${year(r)}`, "ask"),
];
