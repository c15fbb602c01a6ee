// Follows the structure of a JSON body while its bytes arrive: refuses what would take long to parse, and finds each user.
import { maxUsersPerImport } from "../../src/contract/import.ts";
import { Refusal } from "./responses.ts";

/** Lists and objects within each other. An import needs three: the body, its users, a user. */
const maxDepth = 6;

/** Members and entries of one user, and of everything around the users. */
const maxValues = 1_000;

/** What a body is made of. */
export interface BodyScan {
  /**
   * Reads the next bytes.
   *
   * @throws Refusal for a body that is too deep, too wide, or holds too many users.
   */
  read(bytes: Uint8Array): void;
  /** Where the users are in the bytes read so far; null where the body has no list of users. */
  users(): UserPlaces | null;
}

/** Positions in the bytes of a body. */
interface UserPlaces {
  /** The first byte after `[`. */
  readonly start: number;
  /** The commas between the users. */
  readonly commas: readonly number[];
  /** The closing `]`; -1 where it is missing. */
  readonly end: number;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;

// The longest spelling of `users`: every letter as `\u0075`.
const maxKeyBytes = 30;

/** Creates a scan that has read nothing. Invalid JSON is left to the parser: the scan only never takes long. */
export function createBodyScan(): BodyScan {
  let read = 0;
  let depth = 0;
  let isRootObject = false;
  let isInString = false;
  let isEscaped = false;
  let key: number[] = [];
  let usersNamed = 0;
  let start = -1;
  let end = -1;
  const commas: number[] = [];
  // Of the user that is being read, and of everything else.
  const values = { inUser: 0, around: 0 };
  const isInUsers = () => start >= 0 && end < 0;

  function count(): void {
    const number = isInUsers() ? ++values.inUser : ++values.around;
    if (number > maxValues) throw tooWide();
  }

  function open(isObject: boolean, at: number): void {
    count();
    depth += 1;
    if (depth > maxDepth) throw tooDeep();
    if (depth === 1) isRootObject = isObject;
    if (depth !== 2) return;
    const isUserList = isRootObject && !isObject && isUsers(key);
    key = [];
    if (isUserList) start = at + 1;
  }

  // Two members of one name: parsers differ in which of them counts.
  function name(): void {
    if (depth !== 1 || !isRootObject || !isUsers(key)) return;
    usersNamed += 1;
    if (usersNamed > 1) throw repeated();
  }

  function close(at: number): void {
    depth -= 1;
    if (depth === 1 && isInUsers()) end = at;
  }

  function separate(at: number): void {
    if (depth === 2 && isInUsers()) {
      values.inUser = 0;
      commas.push(at);
      if (commas.length === maxUsersPerImport) throw tooManyUsers();
    } else count();
  }

  function readInString(byte: number): void {
    if (isEscaped) isEscaped = false;
    else if (byte === backslash) isEscaped = true;
    else if (byte === quote) isInString = false;
    if (isInString && depth === 1 && key.length <= maxKeyBytes) key.push(byte);
  }

  function readByte(byte: number, at: number): void {
    if (byte === quote) {
      isInString = true;
      if (depth === 1) key = [];
    } else if (byte === colon) name();
    else if (byte === comma) separate(at);
    // `[` and `{`, `]` and `}` differ by one bit.
    else if ((byte | 0x20) === 0x7b) open(byte === 0x7b, at);
    else if ((byte | 0x20) === 0x7d) close(at);
  }

  return {
    read(bytes) {
      for (let index = 0; index < bytes.length; index += 1) {
        const byte = bytes[index] as number;
        if (isInString) readInString(byte);
        else if (byte > 0x20) readByte(byte, read + index);
      }
      read += bytes.length;
    },
    users: () => (start < 0 ? null : { start, commas, end }),
  };
}

function isUsers(key: readonly number[]): boolean {
  try {
    return JSON.parse(`"${String.fromCharCode(...key)}"`) === "users";
  } catch {
    return false;
  }
}

/** The refusal of more users than one import may have. */
export function tooManyUsers(): Refusal {
  const errors = [{ pointer: "/users", code: "too_many" }];
  return new Refusal("too-many-users", `At most ${maxUsersPerImport} users in one request.`, errors);
}

function tooDeep(): Refusal {
  return new Refusal("malformed", `Lists and objects may be at most ${maxDepth} levels deep.`);
}

function tooWide(): Refusal {
  return new Refusal(
    "payload-too-large",
    `A user, and what stands around the users, may have at most ${maxValues} values.`,
  );
}

function repeated(): Refusal {
  const errors = [{ pointer: "/users", code: "repeated" }];
  return new Refusal("invalid-request", "The body holds users more than once.", errors);
}
