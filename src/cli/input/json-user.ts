// One JSON value seen as a user: its members under the five fields, dates converted where that was asked for.
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { checkUser, isDateField, toWireUser, type UserInput } from "../../contract/user.ts";
import { convertDate } from "../../csv/text/date-format.ts";
import { InputError } from "../terminal/cli-errors.ts";
import { excerpt } from "../terminal/printable.ts";
import type { InputOptions } from "./input-options.ts";
import type { InputIssue, InputRow } from "./input-row.ts";

/** Sees values as users; the first one shows whether the required members go by a known name. */
export interface UserReader {
  toRow(value: unknown, number: number): InputRow;
}

type Members = Readonly<Record<string, unknown>>;

/** Creates the reader of one input. */
export function createUserReader(options: InputOptions): UserReader {
  let isFirst = true;
  return {
    toRow(value, number) {
      if (!isMembers(value)) return unreadableRow(number, "not_an_object");
      if (isFirst) requireMembers(value, options);
      isFirst = false;
      const input = toInput(value, options);
      const { user, issues } = checkUser(input);
      // A value of another type has no text that a server could judge.
      const isText = Object.values(input).every((text) => typeof text === "string");
      return { number, user: user ?? (isText ? toWireUser(input as UserInput) : null), issues };
    },
  };
}

/** A row without any user in it. */
export function unreadableRow(number: number, code: InputIssue["code"], value = ""): InputRow {
  return { number, user: null, issues: [{ field: null, code, value }] };
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// The API's own names, else the CSV template's; others are not guessed. Each user anew: what one has not, the next may have.
function findName(value: Members, { key, header }: (typeof userFields)[number], { map = {} }: InputOptions) {
  return map[key] ?? [key, header].find((candidate) => Object.hasOwn(value, candidate));
}

function requireMembers(first: Members, options: InputOptions): void {
  const missing = userFields.filter((field) => field.required && !findName(first, field, options));
  if (missing.length === 0) return;
  const members = Object.keys(first).map((name) => excerpt(name, 30));
  const flags = missing.map(({ key }) => `--map ${key}=<member>`).join(" ");
  throw new InputError(
    "mapping_unclear",
    `The first user has no ${missing.map(({ key }) => key).join(" and no ")}. Say which member it is: ${flags}\nMembers: ${members.join(", ")}`,
  );
}

function toInput(value: Members, options: InputOptions): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of userFields) {
    const { key } = field;
    const name = findName(value, field, options);
    if (!name || !Object.hasOwn(value, name)) continue;
    const text = toText(value[name]);
    if (text !== null) input[key] = typeof text === "string" ? toFieldText(key, text, options) : text;
  }
  return input;
}

// Databases write ids as numbers. One beyond 2^53 lost digits when it was read, and is not to be believed.
function toText(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value;
}

function toFieldText(key: FieldKey, text: string, { empty = [], dateFormat = {} }: InputOptions): string {
  const isOptional = key === "name" || isDateField(key);
  if (isOptional && empty.includes(text.trim())) return "";
  const format = key === "registrationDate" || key === "lastLoginDate" ? dateFormat[key] : undefined;
  return format === undefined ? text : (convertDate(text, format) ?? text);
}
