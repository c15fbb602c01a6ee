// The OpenAPI document: valid, whole, served, and honest about what a server offers. The conformance suite checks each answer against it.
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openApiPath } from "../../mock-server/http/app.ts";
import { createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { createOpenApi, operations } from "../../mock-server/openapi/document.ts";
import { type Extension, extensions, href, problems, routes } from "../../src/contract/index.ts";
import { documented } from "./conformance/documented.ts";

test("it is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(createOpenApi()));
  expect({ valid, errors, version: validator.version }).toEqual({ valid: true, errors: undefined, version: "3.1" });
});

test("every reference leads to a component, and every component is used", () => {
  const { paths, components } = createOpenApi();
  const text = JSON.stringify({ paths, schemas: components.schemas });
  const used = new Set(Array.from(text.matchAll(/"#\/components\/schemas\/(\w+)"/g), ([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(components.schemas).sort());
});

test("every route and every problem code of the contract is described", () => {
  expect(operations.map(({ route }) => route)).toEqual(expect.arrayContaining(Object.values(routes)));
  const codes = new Set(operations.flatMap((operation) => operation.problems));
  expect([...codes].sort()).toEqual(Object.keys(problems).sort());
});

function backendOffering(extensions: readonly Extension[]) {
  return createBackend({ store: createMemoryStore(), authorize: () => "unauthenticated", extensions });
}

async function readDocument(extensions: readonly Extension[]) {
  const request = new Request(`https://portal.test${openApiPath}`);
  return (await backendOffering(extensions).fetch(request)).json();
}

test("a backend serves it to everybody, as the published file has it", async () => {
  expect(await readDocument(extensions)).toEqual(JSON.parse(JSON.stringify(createOpenApi())));
});

test("a backend that knows only the guides does not describe what is beyond them", async () => {
  const text = JSON.stringify((await readDocument([])).paths);
  expect(text).toContain('"importUsers"');
  expect(text).not.toMatch(/"name":"(?:dryRun|Idempotency-Key)"|listResults/);
});

test("an answer with a member too many, or a status that is not described, does not pass for documented", async () => {
  const answers = [
    Response.json({ sources: [], nextCursor: null, extensions: [], name: "Ada" }),
    Response.json({}, { status: 418 }),
  ];
  const start = documented(async () => ({
    fetch: async () => answers.shift() ?? Response.error(),
    snapshot: async () => ({ accounts: [], connections: [] }),
    close: async () => {},
  }));
  const backend = await start({ accounts: [], connections: [] });
  const path = href(routes.listSources, { appId: "app_a" });
  await expect(backend.fetch(path)).rejects.toThrow("additionalProperties");
  await expect(backend.fetch(path)).rejects.toThrow("418");
});
