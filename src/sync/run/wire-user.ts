// A user as it is sent: normalised where it is valid, else cut to what the server needs to judge it.
import { fieldKeys } from "../../contract/fields.ts";
import { toMembers } from "../../contract/read-json.ts";
import { checkUser, toWireUser, type UserInput } from "../../contract/user.ts";
import { toHash } from "./batch-hash.ts";

/**
 * What goes over the wire for anything that an input may hold. Never much: neither a photo in a field nor a whole object graph.
 *
 * What is no user at all goes as null, and what is no text as true: the server then judges `not_an_object` or `invalid_type`, as it
 * would have judged the thing itself.
 */
export function toSentUser(input: unknown): UserInput {
  const { user } = checkUser(input);
  if (user) return user;
  const members = toMembers(input);
  // The type is what a host promised; the server is there to judge what came.
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

/** Users as they are sent, and what they are known by. */
export interface SentUsers {
  readonly users: readonly UserInput[];
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
}

/** Makes users what they are when they are sent. */
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

// One text of a whole batch would be too large for the young generation, and millions of users would pile such texts up.
const usersPerHash = 200;
