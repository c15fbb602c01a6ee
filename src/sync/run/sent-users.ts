// Turns input users into the users that are sent, and identifies them by hashes.
import { fieldKeys } from "../../contract/fields.ts";
import { toMembers } from "../../contract/read-json.ts";
import { checkUser, toWireUser, type UserInput } from "../../contract/user.ts";

/** Users as they are sent. */
export interface SentUsers {
  readonly users: readonly UserInput[];
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
}

// The text of a whole batch would not fit the young generation of the heap, and millions of users would pile such texts up.
const usersPerHash = 200;

/** Turns users into what is sent of them. */
export async function toSentUsers(inputs: readonly unknown[]): Promise<SentUsers> {
  const users = inputs.map(toSentUser);
  const hashes: string[] = [];
  let bytes = 0;
  for (let first = 0; first < users.length; first += usersPerHash) {
    const text = new TextEncoder().encode(JSON.stringify(users.slice(first, first + usersPerHash)));
    bytes += text.length;
    hashes.push(await toHash(text));
  }
  return { users, bytes, hash: await toHash(new TextEncoder().encode(hashes.join(""))) };
}

/**
 * Turns one input of any kind into what is sent of it: normalised where it is valid, else cut to what the server needs to judge it.
 *
 * An input that is not an object is sent as null, and a value that is not a text as true: the server then answers `not_an_object`
 * or `invalid_type`, as it would for the original.
 */
export function toSentUser(input: unknown): UserInput {
  const { user } = checkUser(input);
  if (user) return user;
  const members = toMembers(input);
  // The server is to judge inputs of the wrong type too, so null goes out in spite of the declared type.
  if (!members) return null as unknown as UserInput;
  const texts: UserInput = {};
  const others: Record<string, unknown> = {};
  for (const key of fieldKeys) {
    const value = Object.hasOwn(members, key) ? members[key] : undefined;
    if (typeof value === "string") texts[key] = value;
    else if (value !== undefined && value !== null) others[key] = true;
  }
  return { ...toWireUser(texts), ...others };
}

/**
 * The idempotency key of a batch: the same users under the same source name in the same run always get the same key, in every
 * process. This also holds for the halves of a batch.
 */
export async function toBatchKey(runId: string, sourceName: string, hash: string): Promise<string> {
  return `sync-${await toHash(new TextEncoder().encode(JSON.stringify([runId, sourceName, hash])))}`;
}

/** The SHA-256 of bytes, in hexadecimal. */
export async function toHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Requires Web Crypto.
 *
 * @throws TypeError on a page that is neither https nor localhost.
 */
export function requireCrypto(): void {
  if (globalThis.crypto?.subtle) return;
  throw new TypeError("A sync run needs Web Crypto: Node, or a page served over https.");
}
