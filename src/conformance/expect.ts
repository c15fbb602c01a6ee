// Compares answers with what the contract demands: statuses, problems, and the exact shape of each body (D1, D9, D12, D13).
import { type ProblemCode, problemMediaType, problems } from "../contract/problem.ts";
import { readSource, type Source } from "../contract/source.ts";
import { rowStatuses } from "../contract/status.ts";
import { RuleBroken } from "./check-errors.ts";
import type { RawAnswer } from "./raw-request.ts";

/** Throws `RuleBroken` unless the condition holds. */
export function expectThat(holds: boolean, expected: string, came: unknown): asserts holds {
  if (!holds) throw new RuleBroken(expected, typeof came === "string" ? came : show(came));
}

/** Throws unless both are the same JSON; the order of members does not matter. */
export function expectEqual(what: string, came: unknown, expected: unknown): void {
  expectThat(toSorted(came) === toSorted(expected), `${what} ${show(expected)}`, came);
}

/** Throws unless the answer has one of these statuses; without any, a 2xx. */
export function expectStatus(answer: RawAnswer, what: string, ...statuses: readonly number[]): void {
  const fits = statuses.length === 0 ? answer.status >= 200 && answer.status < 300 : statuses.includes(answer.status);
  expectThat(fits, `${statuses.length === 0 ? "2xx" : statuses.join(" or ")} for ${what}`, describe(answer));
}

/** Throws unless the answer is a problem (RFC 9457) with this code and its status. */
export function expectProblem(answer: RawAnswer, code: ProblemCode, what: string): void {
  const { status, retryable } = problems[code];
  const mediaType = answer.headers.get("Content-Type") ?? "no media type";
  expectStatus(answer, what, status);
  expectThat(mediaType.startsWith(problemMediaType), `${problemMediaType} for ${what}`, mediaType);
  const { code: cameCode, status: cameStatus, retryable: cameRetryable } = membersOf(answer.body);
  const came = { code: cameCode, status: cameStatus, retryable: cameRetryable };
  expectEqual(`for ${what} the problem`, came, { code, status, retryable });
}

/** The members of an object; an empty object for anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** An answer in one line. */
function describe(answer: RawAnswer): string {
  const text = answer.text.replace(/\s+/g, " ").slice(0, 160);
  return text === "" ? String(answer.status) : `${answer.status} ${text}`;
}

function show(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 240 ? `${text.slice(0, 240)}…` : text;
}

function toSorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

interface MemberType {
  readonly description: string;
  readonly fits: (value: unknown) => boolean;
}

const text: MemberType = { description: "a text", fits: (value) => typeof value === "string" };
const filledText: MemberType = { description: "a text", fits: (value) => typeof value === "string" && value !== "" };
const count: MemberType = { description: "a count", fits: (value) => Number.isInteger(value) && Number(value) >= 0 };
const list: MemberType = { description: "a list", fits: Array.isArray };
const flag: MemberType = { description: "true or false", fits: (value) => typeof value === "boolean" };
const moment: MemberType = {
  description: "an ISO date-time in UTC",
  fits: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value),
};

function orNull({ description, fits }: MemberType): MemberType {
  return { description: `${description} or null`, fits: (value) => value === null || fits(value) };
}

// Further members are allowed.
function expectMembers(where: string, value: unknown, types: Readonly<Record<string, MemberType>>): void {
  const members = membersOf(value);
  for (const [name, { description, fits }] of Object.entries(types)) {
    expectThat(fits(members[name]), `${description} as ${where}.${name}`, members[name]);
  }
}

/** Throws unless this is a complete source; returns the members of the contract. */
export function expectExactSource(value: unknown): Source {
  const counters = membersOf(membersOf(value).counters);
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

const resultTypes = {
  index: count,
  externalUserId: text,
  email: text,
  status: filledText,
  warnings: list,
  connectionId: orNull(text),
  code: orNull(text),
  field: orNull(text),
};

/** Throws unless this is a complete answer to an import of these users. */
export function expectExactImport(
  answer: RawAnswer,
  users: readonly { readonly externalUserId: string; readonly email: string }[],
  sourceName: string,
): void {
  const mediaType = answer.headers.get("Content-Type") ?? "no media type";
  expectThat(mediaType.startsWith("application/json"), "application/json", mediaType);
  const { source, results } = membersOf(answer.body);
  expectEqual("the source's name", expectExactSource(source).name, sourceName);
  expectThat(Array.isArray(results) && results.length === users.length, `${users.length} results`, results);
  for (const [at, result] of results.entries()) {
    expectMembers(`results[${at}]`, result, resultTypes);
    const { index, externalUserId, email } = result as Record<string, unknown>;
    const { externalUserId: sentId, email: sentEmail } = users[at] ?? {};
    expectEqual(
      `results[${at}]`,
      { index, externalUserId, email },
      { index: at, externalUserId: sentId, email: sentEmail },
    );
  }
}

/** Throws unless this is a complete page of sources; returns it. */
export function expectExactList(answer: RawAnswer): {
  readonly sources: readonly Source[];
  readonly nextCursor: string | null;
} {
  expectMembers("list", answer.body, { sources: list, nextCursor: orNull(filledText), extensions: list });
  const { sources, nextCursor } = answer.body as { sources: unknown[]; nextCursor: string | null };
  return { sources: sources.map(expectExactSource), nextCursor };
}

/** Throws unless this is a complete page of stored results; returns it. */
export function expectExactResults(answer: RawAnswer): readonly unknown[] {
  expectMembers("page", answer.body, { results: list, nextCursor: orNull(filledText) });
  const { results } = answer.body as { results: unknown[] };
  for (const [at, result] of results.entries()) expectMembers(`results[${at}]`, result, resultTypes);
  return results;
}

/** The answer to deleting a source. */
export interface ExactRollback {
  readonly source: Source;
  readonly removed: number;
  readonly alreadyGone: number;
  readonly reactivatedKept: number;
  readonly alreadyDeleted?: boolean;
}

/** Throws unless this is a complete rollback; returns it. */
export function expectExactRollback(answer: RawAnswer): ExactRollback {
  expectMembers("rollback", answer.body, { removed: count, alreadyGone: count, reactivatedKept: count });
  const source = expectExactSource(membersOf(answer.body).source);
  const { alreadyDeleted } = membersOf(answer.body);
  expectThat(
    alreadyDeleted === undefined || flag.fits(alreadyDeleted),
    "true or false as alreadyDeleted",
    alreadyDeleted,
  );
  return { ...(answer.body as ExactRollback), source };
}
