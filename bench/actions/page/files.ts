// Makes the files of the measured actions: 10,000 users of the demo with everything that the card offers to repair.
import { demoUser } from "../../../mock-server/demo/demo-people.ts";
import { userFields } from "../../../src/contract/fields.ts";
import type { UserInput } from "../../../src/contract/user.ts";
import { addedHeaders } from "../../../src/csv/text/headers.ts";
import { toLine } from "../../../src/csv/write/stringify.ts";

const header = userFields.map(({ header }) => header);

/** A file without anything to repair. */
export function plainFile(rows: number): File {
  return toFile("plain.csv", rows, (user) => toCells(user));
}

/** A file with dates in another format, emails to repair, a mistyped domain, turned names, placeholders and duplicates. */
export function untidyFile(rows: number): File {
  return toFile("untidy.csv", rows, (user, index) => toCells(spoil(user, index)));
}

/** A file in which every second email is missing. */
export function brokenFile(rows: number): File {
  return toFile("broken.csv", rows, (user, index) => toCells(index % 2 === 0 ? user : { ...user, email: "unknown" }));
}

/** The untidy file as corrected in a spreadsheet: every row with another email. */
export function correctedFile(rows: number): File {
  const lines = Array.from({ length: rows }, (_, index) => {
    const user = spoil(toUser(index), index);
    const email = `corrected.${index}@example.com`;
    return toLine([...toCells({ ...user, email }), String(index + 2)], ",");
  });
  return new File([`${[[...header, addedHeaders.row], ...lines].join("\n")}\n`], "corrected.csv", { type: "text/csv" });
}

function toFile(name: string, rows: number, toRecord: (user: UserInput, index: number) => string[]): File {
  const lines = Array.from({ length: rows }, (_, index) => toLine(toRecord(toUser(index), index), ","));
  return new File([`${[header, ...lines].join("\n")}\n`], name, { type: "text/csv" });
}

// Beyond the people of the demo, the same ones again under other addresses.
function toUser(index: number): UserInput {
  const user = demoUser(index % 10_000);
  const round = Math.floor(index / 10_000);
  if (round === 0) return user;
  return { ...user, externalUserId: `${user.externalUserId}_${round}`, email: `r${round}.${user.email}` };
}

function toCells(user: UserInput): string[] {
  return userFields.map(({ key }) => user[key] ?? "");
}

// Deterministic: the place decides what is wrong with a row.
function spoil(user: UserInput, index: number): UserInput {
  const { email = "", name = "", registrationDate, lastLoginDate } = user;
  const [local = "", domain = ""] = email.split("@");
  return {
    ...user,
    email: index % 3 === 0 ? `mailto:${email}` : index % 25 === 1 ? `${local}@gmial.com` : toBad(local, domain, index),
    name: turned(name),
    registrationDate: germanDay(registrationDate),
    lastLoginDate: index % 10 === 4 ? "NULL" : germanDay(lastLoginDate),
  };
}

// Every 40th email can't be repaired, and every 40th repeats an earlier one.
function toBad(local: string, domain: string, index: number): string {
  if (index % 40 === 20) return "unknown";
  return index % 40 === 10 ? "person.twice@example.com" : `${local}@${domain}`;
}

function turned(name: string): string {
  const [family = "", ...given] = name.replaceAll(",", "").split(" ").reverse();
  return `${family}, ${given.reverse().join(" ") || "Kim"}`;
}

function germanDay(date = ""): string {
  const [year, month, day] = date.slice(0, 10).split("-");
  return year && month && day ? `${day}.${month}.${year}` : date;
}
