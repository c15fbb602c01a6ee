// The guide's own file and its aliases, in all spellings of a header.
import type { Sheet } from "../make/sheet.ts";

type Write = (words: readonly string[]) => string;

const writings: Readonly<Record<string, Write>> = {
  snake: (words) => words.join("_"),
  upper: (words) => words.join("_").toUpperCase(),
  title: (words) => words.map(capital).join(" "),
  sentence: (words) => capital(words.join(" ")),
  camel: (words) => words.map((word, index) => (index ? capital(word) : word)).join(""),
  pascal: (words) => words.map(capital).join(""),
  kebab: (words) => words.join("-"),
  dotted: (words) => words.join("."),
  joined: (words) => words.join(""),
  padded: (words) => ` ${words.join("  ")} `,
};

/** One alias for each field, in words; the n-th set goes with the n-th writing, and so round. */
const aliasSets: readonly (readonly string[])[] = [
  ["user id", "email", "name", "registration date", "last login date"],
  ["external user id", "email address", "full name", "created at", "last login"],
  ["id", "mail", "display name", "signup at", "last seen at"],
  ["legacy id", "email address", "full name", "signup date", "last active at"],
  ["customer id", "email", "display name", "registration date", "last login date"],
];

const orders: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4],
  [1, 0, 2, 4, 3],
  [2, 1, 4, 3, 0],
  [4, 3, 2, 1, 0],
];

const kinds = ["num>id", "email>email", "full>name", "day>since", "iso>seen"];

export const plain: readonly Sheet[] = [
  {
    name: "the guide's file",
    columns:
      "user_id=legacy>id; email=email>email; name=full>name; registration_date=iso>since; last_login_date=iso>seen",
  },
  { name: "required columns only", columns: "user_id=num>id; email=email>email" },
  {
    // Alias order decides: `user_id` before `id`.
    name: "id and user_id",
    columns: "id=seq; user_id=uuid>id; email=email>email; name=full>name",
  },
  {
    name: "email and email_address",
    columns: "email_address=email>email?; email=email>email; user_id=num>id",
  },
  {
    name: "name and display_name",
    columns: "user_id=num>id; display_name=user>name?; name=full>name; email=email>email",
  },
  ...Object.entries(writings).flatMap(([writing, write], index) => [
    aliases(writing, write, index),
    aliases(`${writing}, other set`, write, index + 2),
  ]),
];

function aliases(name: string, write: Write, index: number): Sheet {
  const words = aliasSets[index % aliasSets.length] ?? [];
  const order = orders[index % orders.length] ?? [];
  const columns = order.map((field) => `${write((words[field] ?? "").split(" "))}=${kinds[field]}`);
  return { name: `aliases, ${name}`, columns: columns.join("; "), delimiter: index % 2 ? ";" : "," };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
