// Converts answers with a failure status into errors.
import { describe, expect, test } from "vitest";
import { parseRetryAfter, toHttpError } from "../../src/client/read-answer.ts";
import { toProblem } from "../../src/contract/problem.ts";

const now = Date.parse("2026-05-03T00:00:00Z");

function fail(status: number, body?: unknown, { namesSource = false, writes = true } = {}) {
  return toHttpError(new Response("", { status }), body, { label: "POST /csv", namesSource, writes }, now);
}

describe("the closest code", () => {
  test.each([
    [400, "invalid-request"],
    [401, "unauthenticated"],
    [403, "forbidden"],
    [404, "application-not-found"],
    [405, "http"],
    [408, "timeout"],
    [409, "import-in-progress"],
    [413, "payload-too-large"],
    [415, "unsupported-media-type"],
    [418, "http"],
    [422, "invalid-request"],
    [429, "rate-limited"],
    [500, "internal"],
    [502, "internal"],
    [503, "unavailable"],
    [504, "internal"],
  ])("a bare %i is %s", (status, code) => expect(fail(status).code).toBe(code));

  test("a 404 where a source was named is the source's", () =>
    expect(fail(404, undefined, { namesSource: true }).code).toBe("source-not-found"));

  test("the problem's own code wins over the status", () => {
    const problem = toProblem("too-many-users", "10,001 users");
    expect(fail(413, problem)).toMatchObject({ code: "too-many-users", status: 413, problem });
  });

  test.each([["toString"], ["E_OTHER"], [""]])("a code that is not ours, %j, is not taken", (code) =>
    expect(fail(403, { code })).toMatchObject({ code: "forbidden", problem: { code } }),
  );

  test.each([[undefined], [null], ["<html>"], [[1]], [7]])("a body that is no object, %j, is no problem", (body) =>
    expect(fail(500, body).problem).toBeNull(),
  );
});

describe("the outcome", () => {
  test.each([
    [500, true, true],
    [503, true, true],
    [504, true, true],
    [408, true, true],
    [500, false, false],
    [401, true, false],
    [409, true, false],
    [422, true, false],
    [429, true, false],
  ])("after a %i, where writing is %s, being unknown is %s", (status, writes, unknown) =>
    expect(fail(status, undefined, { writes }).outcomeUnknown).toBe(unknown),
  );
});

test("a 408 of the server itself says that nothing was saved; one of a gateway does not", () => {
  const failure = fail(408, toProblem("request-timeout"), { writes: true });
  expect(failure).toMatchObject({ code: "request-timeout", outcomeUnknown: false });
  expect(fail(408, { code: "gateway_timeout" }, { writes: true })).toMatchObject({
    code: "timeout",
    outcomeUnknown: true,
  });
});

describe("Retry-After", () => {
  const answered = "Sat, 02 May 2026 12:00:00 GMT";

  test.each([
    ["120", null, 120],
    ["0", null, 0],
    [" 1.5 ", null, 1.5],
    ["Sun, 03 May 2026 00:00:30 GMT", null, 30],
    ["Sat, 02 May 2026 12:00:05 GMT", answered, 5],
    ["Sat, 02 May 2026 11:00:00 GMT", answered, 0],
    ["Sunday, 03-May-26 00:01:00 GMT", null, 60],
    ["-5", null, null],
    ["soon", null, null],
    ["in 5 minutes", null, null],
    ["Sun, 99 May 2026 00:00:30 GMT", null, null],
    ["", null, null],
  ])("%j, answered at %j, is %j seconds", (retryAfter, date, seconds) => {
    const headers = new Headers(date ? { "retry-after": retryAfter, date } : { "retry-after": retryAfter });
    expect(parseRetryAfter(headers, now)).toBe(seconds);
  });

  test("a missing header is null", () => expect(parseRetryAfter(new Headers(), now)).toBeNull());
});
