// What checks demand of an answer: each demand passes silently or throws Broken with both sides.
import { type ProblemCode, problemMediaType, problems } from "../contract/problem.ts";
import { Broken } from "./check-errors.ts";
import type { Answer } from "./raw-request.ts";

/** Demands a fact. */
export function expectThat(holds: boolean, expected: string, came: unknown): asserts holds {
  if (!holds) throw new Broken(expected, typeof came === "string" ? came : show(came));
}

/** Demands the same JSON, member order aside. */
export function expectEqual(what: string, came: unknown, expected: unknown): void {
  expectThat(toSorted(came) === toSorted(expected), `${what} ${show(expected)}`, came);
}

/** Demands a status; a success is any 2xx unless one is named. */
export function expectStatus(answer: Answer, what: string, ...statuses: readonly number[]): void {
  const fits = statuses.length === 0 ? answer.status >= 200 && answer.status < 300 : statuses.includes(answer.status);
  expectThat(fits, `${statuses.length === 0 ? "2xx" : statuses.join(" or ")} for ${what}`, describe(answer));
}

/** Demands problem details (RFC 9457) with this code and its status. */
export function expectProblem(answer: Answer, code: ProblemCode, what: string): void {
  const { status, retryable } = problems[code];
  const mediaType = answer.headers.get("Content-Type") ?? "no media type";
  expectStatus(answer, what, status);
  expectThat(mediaType.startsWith(problemMediaType), `${problemMediaType} for ${what}`, mediaType);
  const { code: cameCode, status: cameStatus, retryable: cameRetryable } = toMembers(answer.body);
  const came = { code: cameCode, status: cameStatus, retryable: cameRetryable };
  expectEqual(`for ${what} the problem`, came, { code, status, retryable });
}

/** The members of an object; none for anything else. */
export function toMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** An answer in one line. */
function describe(answer: Answer): string {
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
