// Held out a seventh time: texts as tools print them, and breakages.
import { lines, type Row, raw, refused, rows } from "./held-out-7-table.ts";

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
    { columns: [1, 2, 3], delimiter: ";", told: ["rows_skipped"] },
  ),
  raw("sep of a tab", `sep=\t\r\nuser_id\temail\tname\r\n${lines((r) => `${r.id}\t${r.email}\t${r.name}`, "\r\n")}`, {
    columns: [1, 2, 3],
    delimiter: "\t",
    header: 1,
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
    told: ["rows_skipped"],
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
      told: ["quotes_removed"],
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
