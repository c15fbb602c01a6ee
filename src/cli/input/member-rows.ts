// Reads users from objects with named members, such as those of a JSON file or the rows of a query.
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { checkUser, isDateField, toWireUser, type UserInput } from "../../contract/user.ts";
import { convertWith, toFormats } from "../../csv/rows/import-rows.ts";
import { textRepairs } from "../../csv/rows/repairs.ts";
import { addRareDates } from "../../csv/text/date-format.ts";
import * as dateWords from "../../csv/text/date-words.ts";
import type { InputOptions } from "../commands/options.ts";
import { excerpt, InputError } from "../terminal/terminal.ts";
import { isMembers, type Members, readJoined, readMember, toPlainValue } from "./member-values.ts";
import type { InputIssue, InputRow } from "./open-file.ts";

/**
 * Creates the reader of one value after the other. The first one shows whether the required members have known names.
 *
 * @param word what the members are called there
 */
export function createRowReader(
  options: InputOptions,
  word: "member" | "column" = "member",
): (value: unknown, number: number) => InputRow {
  addRareDates(dateWords);
  let isFirst = true;
  return (value, number) => {
    if (!isMembers(value)) return unreadableRow(number, "not_an_object");
    if (isFirst) requireMembers(value, options, word);
    isFirst = false;
    const input = toInput(value, options);
    const { user, issues } = checkUser(input);
    // A value of another type has no text that the server could check.
    const isText = Object.values(input).every((text) => typeof text === "string");
    return { number, user: user ?? (isText ? toWireUser(input as UserInput) : null), issues };
  };
}

/** A row without a user. */
export function unreadableRow(number: number, code: InputIssue["code"], value = ""): InputRow {
  return { number, user: null, issues: [{ field: null, code, value }] };
}

/** The names of members that may hold a field. */
export function usedNames(options: InputOptions): ReadonlySet<string> {
  return new Set(userFields.flatMap((field) => namesOf(field, options)).flatMap((name) => [name, ...name.split("+")]));
}

// The API's own name (PostgreSQL writes it in lower case), or else the CSV template's; other names need --map.
function namesOf({ key, header }: (typeof userFields)[number], { map = {} }: InputOptions): readonly string[] {
  const chosen = map[key];
  return chosen === undefined ? [key, header, key.toLowerCase()] : [chosen];
}

// Looked up for each user: members may vary, and a chosen one may be missing.
function findName(value: Members, field: (typeof userFields)[number], options: InputOptions): string | undefined {
  return options.map?.[field.key] ?? namesOf(field, options).find((name) => Object.hasOwn(value, name));
}

function requireMembers(first: Members, options: InputOptions, word: "member" | "column"): void {
  const missing = userFields.filter((field) => field.required && !findName(first, field, options));
  if (missing.length === 0) return;
  const members = Object.keys(first).map((name) => excerpt(name, 30));
  const list = Array.isArray(first.users) ? "\nTo read the list in its member users, add --format json." : "";
  const flags = missing.map(({ key }) => `--map ${key}=<${word}>`).join(" ");
  throw new InputError(
    "mapping_unclear",
    `The first user has no ${missing.map(({ key }) => key).join(" and no ")}. Name the ${word} that holds it: ${flags}\n${word === "member" ? "Members" : "Columns"}: ${members.join(", ")}${list}`,
  );
}

function toInput(value: Members, options: InputOptions): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of userFields) {
    const { key } = field;
    const name = findName(value, field, options);
    if (!name) continue;
    const text = toPlainValue(key === "name" ? readJoined(value, name) : readMember(value, name));
    if (text !== null && text !== undefined)
      input[key] = typeof text === "string" ? toFieldText(key, text, options) : text;
  }
  return input;
}

function toFieldText(key: FieldKey, text: string, { empty = [], dateFormat = {}, repair = {} }: InputOptions): string {
  const isOptional = key === "name" || isDateField(key);
  if (isOptional && empty.includes(text.trim())) return "";
  if ((key === "email" || key === "name") && repair[key] === true) return textRepairs[key](text);
  const formats = key === "registrationDate" || key === "lastLoginDate" ? toFormats(dateFormat[key]) : [];
  return convertWith(text, formats) ?? text;
}
