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

  test.each([
    ["application/json", 200],
    ["Application/JSON; charset=UTF-8", 200],
    ["application/vnd.portal.users+json", 200],
    ["application/json; charset=iso-8859-1", 415],
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
