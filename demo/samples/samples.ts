// Provides the sample files of the demo, generated in the browser with the same bytes every time.
import { demoUser, demoUserCount } from "../../mock-server/demo/demo-people.ts";
import { userFields } from "../../src/contract/fields.ts";
import { type Sample, toUtf8, toWindows1252 } from "./sample.ts";
import { toWorkbook } from "./workbook.ts";

const csv = "text/csv";
const header = userFields.map((field) => field.header);

/** The file of the guide, byte for byte. */
export const guideCsv = `user_id,email,name,registration_date,last_login_date
legacy_1001,user.one@example.com,User One,2024-01-10T09:00:00Z,2026-04-30T18:21:00Z
legacy_1002,user.two@example.com,User Two,2023-11-05,2026-05-01
`;

/** All samples, simplest first. */
export const samples: readonly Sample[] = [
  {
    fileName: "guide-example.csv",
    shows: "2 users: the guide's own file",
    mediaType: csv,
    toBytes: () => toUtf8(guideCsv),
  },
  { fileName: "full-export.csv", shows: "10,000 users, all five results", mediaType: csv, toBytes: toFullExport },
  { fileName: "kunden-excel.csv", shows: "Semicolons, Windows-1252", mediaType: csv, toBytes: toGermanExcel },
  { fileName: "crm-export.csv", shows: "Other headers, recognised", mediaType: csv, toBytes: toForeignHeaders },
  { fileName: "old-system.csv", shows: "Two emails a row: map by hand", mediaType: csv, toBytes: toTwoEmails },
  { fileName: "rows-with-problems.csv", shows: "Wrong emails and dates", mediaType: csv, toBytes: toProblems },
  { fileName: "unclosed-quote.csv", shows: "Refused: a quote stays open", mediaType: csv, toBytes: toUnclosedQuote },
  {
    fileName: "users.xlsx",
    shows: "An Excel workbook",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    toBytes: () => toWorkbook([header, ...toRecords(1, 4)]),
  },
];

function toFullExport() {
  return toUtf8(toText([header, ...toRecords(0, demoUserCount)]));
}

// As a German Excel saves CSV: semicolons, CRLF, one byte per character. The first people with umlauts.
function toGermanExcel() {
  const withUmlauts = toRecords(2, 600).filter(([, , name = ""]) => /[äöüß]/i.test(name) && isWindows1252(name));
  return toWindows1252(toText([header, ...withUmlauts.slice(0, 24)], { delimiter: ";", lineBreak: "\r\n" }));
}

// With the headers of a CRM, two extra columns, and no last login.
function toForeignHeaders() {
  const names = ["Kunden-Nr.", "Firma", "Kontakt", "Vollständiger Name", "Angelegt am", "Newsletter"];
  const records = toRecords(2, 42).map(([id = "", email = "", name = "", registered = ""], index) => {
    return [id.replace("legacy_", "K-"), `Muster ${index + 1} GmbH`, email, name, registered.slice(0, 10), "ja"];
  });
  return toUtf8(toText([names, ...records], { delimiter: ";", lineBreak: "\r\n" }), { mark: true });
}

// Headers without meaning, and two columns of email addresses: only a person can decide.
function toTwoEmails() {
  const names = ["Ref A", "Contact 1", "Contact 2", "Label", "Since"];
  const records = toRecords(2, 42).map(([id = "", email = "", name = "", registered = ""], index) => {
    return [id, `care.team${index % 7}.${index}@example.org`, email, name, registered.slice(0, 10)];
  });
  return toUtf8(toText([names, ...records]));
}

function toProblems() {
  const [one = [], two = [], three = [], four = []] = toRecords(2, 6);
  const records = [
    header,
    one,
    ["legacy_9001", "j.weiss@example", "Jörg Weiss", "2021-03-05", ""],
    ["legacy_9002", "o.kaya@example.com", "Ozan Kaya", "31.04.2021", ""],
    ["", "without.id@example.com", "Petra Novák", "2021-03-06", ""],
    two,
    ["legacy_9003", "", "Li Wei", "", ""],
    ["legacy_9004", "a.short@example.com"],
    [...three, "one cell too many"],
    two,
    ["legacy_9005", "=SUM(1,2)", "Formula Person", "", ""],
    four,
  ];
  return toUtf8(toText(records));
}

function toUnclosedQuote() {
  return toUtf8(guideCsv.replace("User Two", '"User Two'));
}

function toRecords(from: number, to: number): string[][] {
  return Array.from({ length: to - from }, (_, index) => {
    const user = demoUser(from + index);
    return userFields.map(({ key }) => user[key] ?? "");
  });
}

function toText(records: readonly (readonly string[])[], { delimiter = ",", lineBreak = "\n" } = {}): string {
  return records.map((cells) => cells.map((text) => quote(text, delimiter)).join(delimiter) + lineBreak).join("");
}

function quote(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isWindows1252(text: string): boolean {
  return /^[\u0020-\u007E\u00A0-\u00FF]*$/.test(text);
}
