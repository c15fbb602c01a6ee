// Decides whether a user is valid: the one rule that the widget, the sync client and every backend share.
import { isPlainDate, isPlainEmail, normalizeEmail, toDateText } from "./field-values.ts";
import { type FieldKey, type UserField, userFields } from "./fields.ts";
import { hasUnreadableCharacter, isTrimmedAscii, trimText } from "./text.ts";

/** A valid user as it goes over the wire. */
export interface ImportUser {
  externalUserId: string;
  email: string;
  name?: string;
  registrationDate?: string;
  lastLoginDate?: string;
}

/** A user from a file or a host before it is checked: any texts, some absent. */
export type UserInput = Partial<Record<FieldKey, string>>;

/** Why a value was refused, in the order of the checks. */
export const rowIssueCodes = [
  "not_an_object",
  "invalid_type",
  "required",
  "too_long",
  "control_character",
  "invalid_email",
  "invalid_date",
] as const;

export type RowIssueCode = (typeof rowIssueCodes)[number];

/** One reason why a row is invalid; a field has at most one. */
export interface RowIssue {
  /** The invalid field; null when the whole user is invalid (`not_an_object`). */
  readonly field: FieldKey | null;
  readonly code: RowIssueCode;
  /** The invalid text as it was given; empty when there was none. */
  readonly value: string;
}

/** Either the normalised user and no issue, or no user and every issue found. */
export interface CheckedUser {
  readonly user: ImportUser | null;
  readonly issues: readonly RowIssue[];
}

/**
 * Checks one user: required values, types, lengths, control characters, then email and dates.
 *
 * Never throws. The returned user is the one to store and to send: trimmed, email lower-cased, dates in wire form.
 */
export function checkUser(input: unknown): CheckedUser {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return { user: null, issues: [{ field: null, code: "not_an_object", value: "" }] };
  }
  const [id, email, name, registered, lastLogin] = userFields.map(({ key }) => ownMember(input, key));
  return checkMembers(id, email, name, registered, lastLogin, null);
}

/** The same for an input that the caller owns: the returned user is `input` itself where nothing had to be changed. */
export function checkInput(input: UserInput): CheckedUser {
  const { externalUserId, email, name, registrationDate, lastLoginDate } = input;
  return checkMembers(externalUserId, email, name, registrationDate, lastLoginDate, input);
}

// Own members only: a host's prototype is not part of the user.
function ownMember(input: object, key: FieldKey): unknown {
  return Object.hasOwn(input, key) ? (input as UserInput)[key] : undefined;
}

const none: readonly RowIssue[] = [];
const [idField, emailField, nameField, registrationField, lastLoginField] = userFields;

// Written out member by member: computed names would take several times as long.
function checkMembers(
  givenId: unknown,
  givenEmail: unknown,
  givenName: unknown,
  givenRegistration: unknown,
  givenLogin: unknown,
  input: UserInput | null,
): CheckedUser {
  const issues: RowIssue[] = [];
  const id = take(idField, givenId, issues) ?? "";
  const email = take(emailField, givenEmail, issues) ?? "";
  const name = take(nameField, givenName, issues);
  const registered = take(registrationField, givenRegistration, issues);
  const lastLogin = take(lastLoginField, givenLogin, issues);
  if (issues.length > 0) return { user: null, issues };
  const isRequiredSame = id === givenId && email === givenEmail;
  const isRestSame = name === givenName && registered === givenRegistration && lastLogin === givenLogin;
  if (input && isRequiredSame && isRestSame) return { user: input as ImportUser, issues: none };
  const user: ImportUser = { externalUserId: id, email };
  if (name !== undefined) user.name = name;
  if (registered !== undefined) user.registrationDate = registered;
  if (lastLogin !== undefined) user.lastLoginDate = lastLogin;
  return { user, issues: none };
}

// The text to keep; undefined for an absent or refused value.
function take(field: UserField, given: unknown, issues: RowIssue[]): string | undefined {
  const checked = checkField(field, given);
  if (typeof checked !== "object") return checked;
  issues.push(checked);
  return undefined;
}

/**
 * Prepares a user that may be invalid for sending: trims values, and cuts too long ones to one character over their limit, so
 * that the backend still refuses them as `too_long`.
 */
export function toWireUser(input: UserInput): UserInput {
  const wire: UserInput = {};
  for (const { key, maxLength } of userFields) {
    const text = trimText(input[key] ?? "");
    if (text !== "") wire[key] = text.slice(0, (maxLength ?? 255) + 1);
  }
  return wire;
}

// UTF-16 units, blanks at the ends included: trimming megabytes of them would keep a server from other requests.
const maxGivenLength = 16_384;

/** Checks one value: the text to keep, the issue, or undefined for an optional field without a value. */
export function checkField(field: UserField, given: unknown): string | RowIssue | undefined {
  if (typeof given === "string" && isPlain(field, given)) return given;
  if (given !== undefined && given !== null && typeof given !== "string") return refuse(field, "invalid_type", given);
  if (typeof given === "string" && given.length > maxGivenLength) return refuse(field, "too_long", given);
  const text = toText(field.key, given ?? "");
  if (text === "") return field.required ? refuse(field, "required", given) : undefined;
  if (field.maxLength !== null && text.length > field.maxLength) return refuse(field, "too_long", given);
  const kept = isDateField(field.key) ? toDateText(text) : null;
  // A valid date holds no control character.
  if (kept !== null) return kept;
  if (hasUnreadableCharacter(text)) return refuse(field, "control_character", given);
  if (field.key === "email") return normalizeEmail(text) ?? refuse(field, "invalid_email", given);
  return isDateField(field.key) ? refuse(field, "invalid_date", given) : text;
}

// Fast path for nearly every value, which is kept as it is. All other values go through all checks, with the same outcome.
function isPlain({ key, maxLength }: UserField, text: string): boolean {
  if (key === "email") return isPlainEmail(text);
  if (isDateField(key)) return isPlainDate(text);
  return text.length <= (maxLength ?? 0) && isTrimmedAscii(text) && !hasUnreadableCharacter(text);
}

/** True for the two fields that hold dates. */
export function isDateField(key: FieldKey): boolean {
  return key === "registrationDate" || key === "lastLoginDate";
}

// Line breaks and tabs in names come from spreadsheet layout and are not an error.
function toText(key: FieldKey, given: string): string {
  const isBroken = key === "name" && /[\t\r\n]/.test(given);
  return trimText(isBroken ? given.replace(/[\t\r\n]+/g, " ") : given);
}

function refuse(field: UserField, code: RowIssueCode, given: unknown): RowIssue {
  return { field: field.key, code, value: typeof given === "string" ? given : "" };
}
