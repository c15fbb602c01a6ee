// The body of an error response.
import { describe, expect, test } from "vitest";
import { type ProblemCode, problems, readProblem, toProblem } from "../../src/contract/problem.ts";

const statuses: Record<ProblemCode, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  "application-not-found": 404,
  "source-not-found": 404,
  "request-timeout": 408,
  "import-in-progress": 409,
  "source-deleted": 409,
  "payload-too-large": 413,
  "too-many-users": 413,
  "unsupported-media-type": 415,
  "invalid-request": 422,
  "idempotency-key-reused": 422,
  "rate-limited": 429,
  internal: 500,
  unavailable: 503,
};

test("every problem has its status", () => {
  expect(Object.fromEntries(Object.entries(problems).map(([code, { status }]) => [code, status]))).toEqual(statuses);
});

describe("a problem", () => {
  for (const code of Object.keys(problems) as ProblemCode[]) {
    test(`${code} is read as it was written`, () => {
      const problem = toProblem(code, "More about it", [{ pointer: "/users", code: "required" }]);
      expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual(problem);
    });
  }
});

describe("a body of another server", () => {
  const empty = { type: "", title: "", status: 0, detail: "", code: "", retryable: false, errors: [] };
  const cases: [name: string, body: unknown, problem: object | null][] = [
    ["is nothing", null, null],
    ["is text", "Bad Gateway", null],
    ["is a number", 502, null],
    ["has none of our members", { message: "no" }, empty],
    ["has members of other types", { title: 1, status: "400", retryable: "yes", errors: "none", code: null }, empty],
    ["has a code of its own", { code: "quota", status: 429 }, { ...empty, code: "quota", status: 429 }],
    ["has errors in part", { errors: [{ pointer: "/x" }] }, { ...empty, errors: [{ pointer: "/x", code: "" }] }],
  ];
  for (const [name, body, problem] of cases) test(name, () => expect(readProblem(body)).toEqual(problem));
});
