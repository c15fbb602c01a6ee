// The zod schemas: the same rule as `checkUser`, and the bodies that the reference backend really sends.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { checkUser, fieldKeys, href, routes } from "../../src/contract/index.ts";
import * as schemas from "../../src/schemas/index.ts";
import { appId, createSmallWorld } from "../mock-server/worlds.ts";

const { userSchema, importRequestSchema, importResponseSchema, sourceListSchema } = schemas;

const toIssues = ({ error }: { error?: z.core.$ZodError }) =>
  error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

const values = fc.oneof(
  fc.constantFrom("", " 7 ", "Ada@Example.com", "2024-01-10", "2024-13-01", "a\u0000b", "x".repeat(300), null, 7, []),
  fc.string(),
);
const users = fc.dictionary(fc.constantFrom(...fieldKeys, "other"), values);

test("userSchema and checkUser agree on every user: the same user, the same issues", () => {
  fc.assert(
    fc.property(fc.oneof(users, fc.anything()), (given) => {
      const { user, issues } = checkUser(given);
      const parsed = userSchema.safeParse(given);
      expect(parsed.success ? parsed.data : null).toEqual(user);
      expect(toIssues(parsed)).toEqual(issues.map(({ field, code }) => [field ?? "", code]));
    }),
  );
});

test("a classic zod schema may hold userSchema", () => {
  const wrapped = z.object({ batch: z.array(userSchema).max(2) });
  const batch = [{ externalUserId: " 7 ", email: "Ada@Example.com" }];
  expect(wrapped.parse({ batch })).toEqual({ batch: [{ externalUserId: "7", email: "ada@example.com" }] });
  expect(toIssues(wrapped.safeParse({ batch: [{}] }))).toEqual([
    ["batch.0.externalUserId", "required"],
    ["batch.0.email", "required"],
  ]);
});

describe("what is no request", () => {
  const user = { externalUserId: "7", email: "ada@example.com" };
  test.for([
    ["no users", { sourceName: "Night", users: [] }, "users"],
    ["a blank name", { sourceName: " ", users: [user] }, "sourceName"],
    ["10,001 users", { sourceName: "Night", users: Array(10_001).fill(user) }, "users"],
    ["a user without an email", { sourceName: "Night", users: [{ externalUserId: "7" }] }, "users.0.email"],
  ] as const)("%s", ([, body, path]) => {
    expect(toIssues(importRequestSchema.safeParse(body)).map(([at]) => at)).toEqual([path]);
  });
});

test("every answer of the reference backend parses, and keeps all that it said", async () => {
  const { fetch } = createBackend({ store: createMemoryStore(createSmallWorld()) });
  const request = async (method: string, path: string, body?: unknown) => {
    const init = body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {};
    return (await fetch(new Request(`https://portal.test${path}`, { method, ...init }))).json();
  };
  const parseWhole = (schema: z.core.$ZodType, body: unknown) => expect(z.parse(schema, body)).toEqual(body);

  const target = { appId };
  const imported = await request("POST", href(routes.importUsers, target), {
    sourceName: "Night",
    users: [
      { externalUserId: "7", email: "ada@example.com" },
      { externalUserId: "8", email: "nobody" },
      { externalUserId: "9" },
    ],
  });
  parseWhole(importResponseSchema, imported);
  const sourceId = z.parse(importResponseSchema, imported).source?.id ?? "";
  parseWhole(sourceListSchema, await request("GET", href(routes.listSources, target)));
  parseWhole(schemas.resultListSchema, await request("GET", href(routes.listResults, { ...target, sourceId })));
  parseWhole(schemas.rollbackSchema, await request("DELETE", href(routes.deleteSource, { ...target, sourceId })));
  parseWhole(schemas.problemSchema, await request("POST", href(routes.importUsers, target), { users: [] }));
});

test("an answer with a status that the guides do not know is refused with the place", () => {
  const result = {
    index: 0,
    externalUserId: "7",
    email: "a@example.com",
    status: "suspended",
    connectionId: null,
    code: null,
    field: null,
    warnings: [],
  };
  const parsed = importResponseSchema.safeParse({ source: null, results: [result] });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["results.0.status"]);
});
