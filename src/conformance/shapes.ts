// The exact shapes of the contract's answers (D1, D9, D12, D13): every member there, and of its type.
import { readSource, type Source } from "../contract/source.ts";
import { rowStatuses } from "../contract/status.ts";
import { expectEqual, expectThat, toMembers } from "./expect.ts";
import type { Answer } from "./raw-request.ts";

interface Kind {
  readonly words: string;
  readonly fits: (value: unknown) => boolean;
}

const text: Kind = { words: "a text", fits: (value) => typeof value === "string" };
const filledText: Kind = { words: "a text", fits: (value) => typeof value === "string" && value !== "" };
const count: Kind = { words: "a count", fits: (value) => Number.isInteger(value) && Number(value) >= 0 };
const list: Kind = { words: "a list", fits: Array.isArray };
const truth: Kind = { words: "true or false", fits: (value) => typeof value === "boolean" };
const moment: Kind = {
  words: "an ISO date-time in UTC",
  fits: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value),
};

function orNull({ words, fits }: Kind): Kind {
  return { words: `${words} or null`, fits: (value) => value === null || fits(value) };
}

// Further members are allowed: an answer may say more than the contract asks for.
function expectMembers(where: string, value: unknown, kinds: Readonly<Record<string, Kind>>): void {
  const members = toMembers(value);
  for (const [name, { words, fits }] of Object.entries(kinds)) {
    expectThat(fits(members[name]), `${words} as ${where}.${name}`, members[name]);
  }
}

/** Demands a whole source; gives what the contract knows of it. */
export function expectExactSource(value: unknown): Source {
  const counters = toMembers(toMembers(value).counters);
  expectMembers("source", value, { id: filledText, name: text, createdAt: moment, reactivated: count });
  expectMembers(
    "source.counters",
    counters,
    Object.fromEntries(["total", ...rowStatuses].map((name) => [name, count])),
  );
  const source = readSource(value);
  expectThat(source !== null, "a source", value);
  return source;
}

const resultKinds = {
  ...{ index: count, externalUserId: text, email: text, status: filledText, warnings: list },
  ...{ connectionId: orNull(text), code: orNull(text), field: orNull(text) },
};

/** Demands a whole answer to an import of these users. */
export function expectExactImport(
  answer: Answer,
  users: readonly { readonly externalUserId: string; readonly email: string }[],
  sourceName: string,
): void {
  const mediaType = answer.headers.get("Content-Type") ?? "no media type";
  expectThat(mediaType.startsWith("application/json"), "application/json", mediaType);
  const { source, results } = toMembers(answer.body);
  expectEqual("the source's name", expectExactSource(source).name, sourceName);
  expectThat(Array.isArray(results) && results.length === users.length, `${users.length} results`, results);
  for (const [at, result] of results.entries()) {
    expectMembers(`results[${at}]`, result, resultKinds);
    const { index, externalUserId, email } = result as Record<string, unknown>;
    const { externalUserId: sentId, email: sentEmail } = users[at] ?? {};
    expectEqual(
      `results[${at}]`,
      { index, externalUserId, email },
      { index: at, externalUserId: sentId, email: sentEmail },
    );
  }
}

/** Demands a whole list; gives its members. */
export function expectExactList(answer: Answer): {
  readonly sources: readonly Source[];
  readonly nextCursor: string | null;
} {
  expectMembers("list", answer.body, { sources: list, nextCursor: orNull(filledText), extensions: list });
  const { sources, nextCursor } = answer.body as { sources: unknown[]; nextCursor: string | null };
  return { sources: sources.map(expectExactSource), nextCursor };
}

/** Demands a whole page of stored results; gives it. */
export function expectExactResults(answer: Answer): readonly unknown[] {
  expectMembers("page", answer.body, { results: list, nextCursor: orNull(filledText) });
  const { results } = answer.body as { results: unknown[] };
  for (const [at, result] of results.entries()) expectMembers(`results[${at}]`, result, resultKinds);
  return results;
}

/** What deleting a source says. */
export interface ExactRollback {
  readonly source: Source;
  readonly removed: number;
  readonly alreadyGone: number;
  readonly reactivatedKept: number;
  readonly alreadyDeleted?: boolean;
}

/** Demands a whole rollback; gives it. */
export function expectExactRollback(answer: Answer): ExactRollback {
  expectMembers("rollback", answer.body, { removed: count, alreadyGone: count, reactivatedKept: count });
  const source = expectExactSource(toMembers(answer.body).source);
  const { alreadyDeleted } = toMembers(answer.body);
  expectThat(
    alreadyDeleted === undefined || truth.fits(alreadyDeleted),
    "true or false as alreadyDeleted",
    alreadyDeleted,
  );
  return { ...(answer.body as ExactRollback), source };
}
