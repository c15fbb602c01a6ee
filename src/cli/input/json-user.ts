// One JSON value seen as a user: its members under the five fields, dates converted where that was asked for.
import { type FieldKey, fieldKeys, userFields } from "../../contract/fields.ts";
import { checkUser, isDateField, toWireUser, type UserInput } from "../../contract/user.ts";
import { convertDate } from "../../csv/date-format.ts";
import { InputError } from "../failure.ts";
import { excerpt } from "../printable.ts";
import type { InputOptions } from "./options.ts";
import type { InputIssue, InputRow } from "./row.ts";

/** Sees values as users; the first one decides which member is which field. */
export interface UserReader {
  toRow(value: unknown, number: number): InputRow;
}

type Members = Readonly<Record<string, unknown>>;
type MemberNames = Readonly<Partial<Record<FieldKey, string>>>;

/** Creates the reader of one input. */
export function createUserReader(options: InputOptions): UserReader {
  let names: MemberNames | null = null;
  return {
    toRow(value, number) {
      if (!isMembers(value)) return unreadableRow(number, "not_an_object");
      names ??= findNames(value, options);
      const input = toInput(value, names, options);
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

// The API's own names, else the CSV template's. Others are not guessed.
function findNames(first: Members, { map = {} }: InputOptions): MemberNames {
  const names = Object.fromEntries(
    userFields.map(({ key, header }) => {
      const name = map[key] ?? [key, header].find((candidate) => Object.hasOwn(first, candidate));
      return [key, name === "" ? undefined : name];
    }),
  ) as MemberNames;
  const missing = userFields.filter(({ key, required }) => required && names[key] === undefined);
  if (missing.length === 0) return names;
  const members = Object.keys(first).map((name) => excerpt(name, 30));
  const flags = missing.map(({ key }) => `--map ${key}=<member>`).join(" ");
  throw new InputError(
    "mapping_unclear",
    `The first user has no ${missing.map(({ key }) => key).join(" and no ")}. Say which member it is: ${flags}\nMembers: ${members.join(", ")}`,
  );
}

function toInput(value: Members, names: MemberNames, options: InputOptions): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const key of fieldKeys) {
    const name = names[key];
    if (name === undefined || !Object.hasOwn(value, name)) continue;
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
