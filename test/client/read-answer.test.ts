// Answers are read leniently, within limits.
import { describe, expect, test } from "vitest";
import { ContractError } from "../../src/client/errors.ts";
import {
  type HttpAnswer,
  readImport,
  readResults,
  readRollback,
  readSources,
  toResultList,
  unknownRollback,
} from "../../src/client/read-answer.ts";
import { countStatuses } from "../../src/contract/status.ts";

const users = [
  { externalUserId: "1", email: "Ada@Example.com" },
  { externalUserId: "2", email: "bob@example.com" },
];
const request = { sourceName: "May", users };

function answer(body: unknown, facts: Partial<HttpAnswer> = {}): HttpAnswer {
  return { status: 200, body, isEmpty: body === undefined, redirected: false, label: "POST /csv", ...facts };
}

describe("an import", () => {
  const bare = { connectionId: null, code: null, field: null, warnings: [] };

  test("members missing in a result are taken from the request", () => {
    const { source, results } = readImport(
      answer({
        results: [
          { index: 0, status: "imported" },
          { email: "bob@example.com", status: "not_found" },
        ],
      }),
      request,
    );
    expect(source).toBeNull();
    expect(results).toEqual([
      { index: 0, externalUserId: "1", email: "Ada@Example.com", status: "imported", ...bare },
      { index: 1, externalUserId: "2", email: "bob@example.com", status: "not_found", ...bare },
    ]);
  });

  test("results out of order are put in order", () => {
    const results = [
      { index: 1, status: "not_found", email: "bob@example.com" },
      { index: 0, status: "imported", email: "ada@example.com" },
    ];
    expect(readImport(answer({ results }), request).results.map(({ email }) => email)).toEqual([
      "ada@example.com",
      "bob@example.com",
    ]);
  });

  test("users of a wrong type don't make results of a wrong type", () => {
    const wrong = [{ externalUserId: 7, email: null }] as unknown as typeof users;
    const { results } = readImport(answer({ results: [{ status: "invalid_row" }] }), { ...request, users: wrong });
    expect(results[0]).toMatchObject({ externalUserId: "", email: "" });
  });

  const imported = { status: "imported" };
  test.each([
    ["too few results", { results: [imported] }],
    ["too many results", { results: [imported, imported, imported] }],
    [
      "an index twice",
      {
        results: [
          { ...imported, index: 0 },
          { ...imported, index: 0 },
        ],
      },
    ],
    ["an index below", { results: [{ ...imported, index: -1 }, imported] }],
    ["an index beyond", { results: [imported, { ...imported, index: 2 }] }],
    ["an index between", { results: [{ ...imported, index: 0.5 }, imported] }],
    ["no status", { results: [{}, imported] }],
    ["no results", { source: { id: "src_1" } }],
    ["a bare array", [imported, imported]],
    ["null", null],
    ["no JSON", undefined],
  ])("%s is not what was asked for", (_, body) => {
    expect(() => readImport(answer(body), request)).toThrow(ContractError);
  });
});

describe("a list of sources", () => {
  const source = { id: "src_1", name: "May", createdAt: "2026-05-03T00:00:00Z", counters: null, reactivated: null };

  test.each([
    ["an object", { sources: [source], nextCursor: "x", extensions: ["results"] }, "x", ["results"]],
    ["an object with nothing else", { sources: [source] }, null, []],
    ["a bare array", [source], null, []],
    ["sources that hold their row results", [{ ...source, results: [{ status: "imported" }] }], null, []],
  ])("%s is read", (_, body, nextCursor, extensions) => {
    expect(readSources(answer(body))).toEqual({ sources: [source], nextCursor, extensions });
  });

  test.each([204, 200])("%i without a body is no list", (status) => {
    expect(() => readSources(answer(undefined, { status, isEmpty: true }))).toThrow(ContractError);
  });

  test.each([[undefined], [null], [{}], ["x"], [[{ name: "no id" }]]])("%j is no list", (body) => {
    expect(() => readSources(answer(body))).toThrow(ContractError);
  });
});

describe("a rollback", () => {
  test("numbers are read", () => {
    const body = { source: null, removed: 12, alreadyGone: 0, reactivatedKept: 1, alreadyDeleted: true };
    expect(readRollback(answer(body))).toEqual(body);
  });

  test.each([[undefined], [null], ["deleted"], [[]], [{}]])("a body of %j is a rollback without numbers", (body) => {
    expect(readRollback(answer(body, { status: 204 }))).toEqual(unknownRollback);
  });

  test("a page from another address is not a rollback", () => {
    expect(() => readRollback(answer(undefined, { redirected: true }))).toThrow(/login page/);
  });
});

describe("stored results", () => {
  test("a page is read, be it an object or a bare array", () => {
    const results = [{ index: 7, status: "imported", email: "ada@example.com" }, { status: "not_found" }];
    const page = toResultList(readResults(answer({ results, nextCursor: "n" })));
    expect(page.nextCursor).toBe("n");
    expect(page.results).toMatchObject([
      { index: 7, externalUserId: "" },
      { index: 1, email: "" },
    ]);
    expect(countStatuses(page.results)).toMatchObject({ total: 2, imported: 1, not_found: 1 });
    expect(toResultList(readResults(answer(results)))).toMatchObject({ nextCursor: null });
  });

  test.each([[undefined], [null], [{}], [{ results: [{ index: 0 }] }]])("%j is no page", (body) => {
    expect(() => readResults(answer(body))).toThrow(ContractError);
  });
});
