// One user of the request, judged by the shared rule, with the texts that go back to the sender.
import type { FieldKey } from "../../src/contract/fields.ts";
import { checkUser } from "../../src/contract/user.ts";
import type { CheckedRow } from "./decide-batch.ts";

// Long enough to recognise the row, short enough that a wrong file does not fill the store.
const maxEcho = 256;

/** Judges one user; never throws. */
export function toCheckedRow(given: unknown): CheckedRow {
  const { user, issues } = checkUser(given);
  if (user) return { user, issues, echo: { externalUserId: user.externalUserId, email: user.email } };
  return { user, issues, echo: { externalUserId: echo(given, "externalUserId"), email: echo(given, "email") } };
}

// Stored with the results, so without what no database takes: control characters and lone surrogates.
function echo(given: unknown, key: FieldKey): string {
  if (typeof given !== "object" || given === null || !Object.hasOwn(given, key)) return "";
  const value = (given as Record<string, unknown>)[key];
  if (typeof value !== "string") return "";
  return value.slice(0, maxEcho).replace(/[\u0000-\u001F\u007F]|\p{Cs}/gu, "\uFFFD");
}
