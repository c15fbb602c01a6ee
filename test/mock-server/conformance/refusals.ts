// Requests that fail as a whole: which, with what code, and that they store nothing.
import { expect, test } from "vitest";
import { href, maxBodyBytes, routes } from "../../../src/contract/index.ts";
import { appId, createSmallWorld } from "../worlds.ts";
import { importUsers, postBody, readOk, readProblem, user } from "./calls.ts";
import type { Running, Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

export function describeRefusals(start: Start): void {
  const inSmallWorld = withBackend(start, createSmallWorld);
  const users = [user("a@x.io")];

  async function expectNothingStored(backend: Running) {
    expect(await backend.snapshot()).toEqual(createSmallWorld());
  }

  test.each<[string, unknown, string]>([
    ["a list", [], ""],
    ["null", null, ""],
    ["a text", "users", ""],
    ["users missing", { sourceName: "x" }, "/users"],
    ["users an object", { sourceName: "x", users: {} }, "/users"],
    ["no users", { sourceName: "x", users: [] }, "/users"],
    ["sourceName missing", { users }, "/sourceName"],
    ["sourceName a number", { sourceName: 7, users }, "/sourceName"],
    ["sourceName blank", { sourceName: " \u00A0\u200B ", users }, "/sourceName"],
    ["sourceName too long", { sourceName: "x".repeat(201), users }, "/sourceName"],
    ["sourceName with a NUL", { sourceName: "a\u0000b", users }, "/sourceName"],
    ["sourceName with half a character", { sourceName: "a\uD800", users }, "/sourceName"],
  ])("D3: %s is an invalid request", (_, body, pointer) =>
    inSmallWorld(async (backend) => {
      const problem = await readProblem(await postBody(backend, JSON.stringify(body)));
      expect(problem).toMatchObject({ status: 422, code: "invalid-request", retryable: false });
      expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
      await expectNothingStored(backend);
    }),
  );

  test("D3: a source name of 200 characters is kept as it is", () =>
    inSmallWorld(async (backend) => {
      const { source } = await importUsers(backend, users, { sourceName: "ü".repeat(200) });
      expect(source?.name).toBe("ü".repeat(200));
    }));

  test.each<[string, BodyInit]>([
    ["nothing", ""],
    ["broken JSON", '{"sourceName": "x", "users": ['],
    ["CSV", "user_id,email\n1,a@x.io\n"],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])("D22: %s is malformed", (_, body) =>
    inSmallWorld(async (backend) => {
      expect(await readProblem(await postBody(backend, body))).toMatchObject({ status: 400, code: "malformed" });
      await expectNothingStored(backend);
    }),
  );

  const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  const withName = (name: string) =>
    `{"sourceName":"x","users":[{"externalUserId":"1","email":"a@x.io","name":${name}}]}`;

  test("D3: a value of three levels is an invalid row, with an idempotency key too", () =>
    inSmallWorld(async (backend) => {
      const answer = await readOk(await postBody(backend, withName(deep(3)), { key: "nested-name" }));
      expect(answer).toMatchObject({ results: [{ status: "invalid_row", field: "name", code: "invalid_type" }] });
    }));

  test.each<[string, string]>([
    ["one level too many in a name", withName(deep(4))],
    ["4,406 levels in a name", withName(deep(4_406))],
    ["objects within objects", withName(`${'{"a":'.repeat(5)}1${"}".repeat(5)}`)],
    ["depth beside the users", `{"sourceName":"x","extra":${deep(6)},"users":[1]}`],
    ["depth in users that are no list", `{"sourceName":"x","users":${'{"a":'.repeat(6)}1${"}".repeat(6)}}`],
    ["opening brackets alone", "[".repeat(100_000)],
    ["opening braces alone", '{"a":'.repeat(100_000)],
  ])("D29: %s is malformed", (_, body) =>
    inSmallWorld(async (backend) => {
      const problem = await readProblem(await postBody(backend, body, { key: "nested-body" }));
      expect(problem).toMatchObject({ status: 400, code: "malformed", detail: expect.stringContaining("6 levels") });
      await expectNothingStored(backend);
    }),
  );

  test("D29: brackets and quotes inside of a text are no levels", () =>
    inSmallWorld(async (backend) => {
      const name = `${deep(50)}\\"${"{".repeat(50)}\\\\"`.replaceAll("\\\\", "\\");
      const { results } = await importUsers(backend, [user("a@x.io", { name })]);
      expect(results).toMatchObject([{ status: "imported" }]);
    }));

  test.each<[string, string, number, string]>([
    ["a user of 1,001 values", `{"sourceName":"x","users":[[${"1,".repeat(1_000)}1]]}`, 413, "payload-too-large"],
    [
      "1,001 values beside the users",
      `{"sourceName":"x","users":[1],"more":[${"1,".repeat(1_000)}1]}`,
      413,
      "payload-too-large",
    ],
    ["10,001 users that are nothing", `{"sourceName":"x","users":[${"{},".repeat(10_000)}{}]}`, 413, "too-many-users"],
    [
      "10,001 users, the name escaped",
      `{"sourceName":"x","\\u0075sers":[${"0,".repeat(10_000)}0]}`,
      413,
      "too-many-users",
    ],
    ["users twice", '{"sourceName":"x","users":[1],"users":[2]}', 422, "invalid-request"],
    ["users twice, first an object", '{"sourceName":"x","users":{},"users":[2]}', 422, "invalid-request"],
    ["users twice, then a text", '{"sourceName":"x","users":[1],"users":"2"}', 422, "invalid-request"],
    ["users twice, once in escapes", '{"sourceName":"x","users":[1],"\\u0075sers":null}', 422, "invalid-request"],
  ])("D23: %s is refused before it is parsed", (_, body, status, code) =>
    inSmallWorld(async (backend) => {
      expect(await readProblem(await postBody(backend, body))).toMatchObject({ status, code });
      await expectNothingStored(backend);
    }),
  );

  test.each([
    ["white space everywhere", ' { "sourceName" : "x" , "users" : [ \n 1 , { } \t] } ', 2],
    ["users before the name", '{"users":[1],"sourceName":"x"}', 1],
    ["users with an escaped name", '{"\\u0075sers":[1,2,3],"sourceName":"x"}', 3],
    [
      "a text that says users, and lists elsewhere",
      '{"sourceName":"users","a":[1,[2]],"b":{"users":[3]},"users":["]",","]}',
      2,
    ],
    ["a byte order mark at its start", '\uFEFF{"sourceName":"x","users":[1]}', 1],
  ])("a body with %s is read like any other", (_, body, number) =>
    inSmallWorld(async (backend) => {
      const { results } = await readOk<{ results: unknown[] }>(await postBody(backend, body));
      expect(results).toHaveLength(number);
    }),
  );

  test.each([
    '{"sourceName":"x","users":[1,]}',
    '{"sourceName":"x","users":[,1]}',
    '{"sourceName":"x","users":[1 2]}',
    '{"sourceName":"x","users":[{]}]}',
    '{"sourceName":"x","users":[}',
    '{"sourceName":"x","users":[1]]',
    '{"sourceName":"x","users":[1]}}',
    '{"sourceName":"x","users"[1]}',
    '{"sourceName":"x","users":[1][2]}',
    '{"sourceName":"x","users":[1]',
    '{"sourceName":"x","users":["a]}',
    '{"sourceName":"x","users":[\uFEFF1]}',
  ])("D22: %s is malformed", (body) =>
    inSmallWorld(async (backend) => {
      expect(await readProblem(await postBody(backend, body))).toMatchObject({ status: 400, code: "malformed" });
      await expectNothingStored(backend);
    }),
  );

  test.each([
    ["application/json", 200],
    ["Application/JSON; charset=UTF-8", 200],
    ["application/vnd.portal.users+json", 200],
    ["application/json; charset=iso-8859-1", 415],
    ["application/json; charset=utf-8; charset=utf-16", 415],
    ["text/csv", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["application/jsonp", 415],
    ["", 415],
  ])("D23: the media type %j is answered %i", (type, status) =>
    inSmallWorld(async (backend) => {
      const body = new TextEncoder().encode(JSON.stringify({ sourceName: "x", users }));
      const init = { method: "POST", body, headers: type ? { "Content-Type": type } : {} };
      const response = await backend.fetch(href(routes.importUsers, { appId }), init);
      if (status === 200) await readOk(response);
      else expect(await readProblem(response)).toMatchObject({ status: 415, code: "unsupported-media-type" });
    }),
  );

  test("D23: a body of exactly 24 MiB is read, one byte more is refused", () =>
    inSmallWorld(async (backend) => {
      const json = JSON.stringify({ sourceName: "x", users });
      const problem = await readProblem(await postBody(backend, json.padEnd(maxBodyBytes + 1)));
      expect(problem).toMatchObject({ status: 413, code: "payload-too-large" });
      await expectNothingStored(backend);
      await readOk(await postBody(backend, json.padEnd(maxBodyBytes)));
    }));

  test("members called __proto__ or constructor are neither obeyed nor harmful", () =>
    inSmallWorld(async (backend) => {
      const poisoned = '{"__proto__":{"email":"a@x.io"},"constructor":{"prototype":{"name":"x"}},"externalUserId":"1"}';
      const body = `{"sourceName":"x","users":[${poisoned}],"__proto__":{"users":[]}}`;
      const { results } = await readOk<{ results: unknown[] }>(await postBody(backend, body));
      expect(results).toMatchObject([{ status: "invalid_row", code: "required", field: "email", email: "" }]);
      expect(({} as Record<string, unknown>).email).toBeUndefined();
    }));
}
