// Checks requests that must fail as a whole: the problem they are answered with, and that they save nothing.
import { maxBodyBytes } from "../../contract/import.ts";
import type { ProblemCode } from "../../contract/problem.ts";
import { routes } from "../../contract/routes.ts";
import { NotChecked } from "../check-errors.ts";
import { expectEqual, expectProblem, expectStatus } from "../expect.ts";
import type { Check, ServerUnderTest } from "../server-under-test.ts";
import { createUnknownUser, createUnknownUsers } from "../test-users.ts";

const wrongBodies: readonly (readonly [string, (sourceName: string) => unknown])[] = [
  ["a list as body", () => []],
  ["no users member", (sourceName) => ({ sourceName })],
  ["users that are no list", (sourceName) => ({ sourceName, users: {} })],
  ["an empty list of users", (sourceName) => ({ sourceName, users: [] })],
  ["no source name", () => ({ users: [createUnknownUser()] })],
  ["a blank source name", () => ({ sourceName: " ", users: [createUnknownUser()] })],
  [
    "a source name of 201 characters",
    (sourceName) => ({ sourceName: sourceName.padEnd(201, "x"), users: [createUnknownUser()] }),
  ],
];

async function expectRefusal(server: ServerUnderTest, body: unknown, code: ProblemCode, what: string): Promise<void> {
  expectProblem(await server.post(body), code, what);
}

/** Checks of refused requests. */
export const refusalChecks: readonly Check[] = [
  {
    id: "refusal.not-json",
    level: "extended",
    rule: "D22",
    title: "A body that is no JSON is malformed",
    run: (server) => expectRefusal(server, '{"sourceName": "x", "users": [', "malformed", "a body that is no JSON"),
  },
  {
    id: "refusal.envelope",
    level: "extended",
    rule: "D3",
    title: "An import without users or without a usable name is an invalid request",
    async run(server) {
      for (const [what, toBody] of wrongBodies) {
        await expectRefusal(server, toBody(server.newSourceName()), "invalid-request", what);
      }
    },
  },
  {
    id: "refusal.too-many",
    level: "extended",
    rule: "D3",
    title: "10,001 users are the problem too-many-users",
    run: (server) =>
      expectRefusal(
        server,
        { sourceName: server.newSourceName(), users: createUnknownUsers(10_001) },
        "too-many-users",
        "10,001 users",
      ),
  },
  {
    id: "refusal.media-type",
    level: "extended",
    rule: "D22",
    title: "A body that is not sent as JSON is an unsupported media type",
    async run(server) {
      const body = { sourceName: server.newSourceName(), users: [createUnknownUser()] };
      const answer = await server.post(body, { headers: { "Content-Type": "text/plain" } });
      expectProblem(answer, "unsupported-media-type", "text/plain");
    },
  },
  {
    id: "refusal.too-large",
    level: "extended",
    rule: "D23",
    title: "A body over 24 MiB is refused",
    async run(server) {
      const body = JSON.stringify({ sourceName: server.newSourceName(), users: [createUnknownUser()] });
      expectStatus(await server.post(body.padEnd(maxBodyBytes + 1)), "a body over 24 MiB", 413);
    },
  },
  {
    id: "refusal.too-deep",
    level: "extended",
    rule: "D29",
    title: "A body of more than six levels is malformed",
    async run(server) {
      const name = JSON.parse("[".repeat(4) + "]".repeat(4));
      const body = { sourceName: server.newSourceName(), users: [{ ...createUnknownUser(), name }] };
      await expectRefusal(server, body, "malformed", "a name of four levels");
    },
  },
  {
    id: "refusal.unknown-application",
    level: "extended",
    rule: "D22",
    title: "An unknown application is not found",
    async run(server) {
      const appId = `conformance-${crypto.randomUUID()}`;
      const answer = await server.send({ route: routes.listSources, appId });
      // A server on which every id is an application (a mock without permissions) has nothing to refuse.
      if (answer.status === 200) throw new NotChecked("This server answers for any application id.");
      expectProblem(answer, "application-not-found", "an unknown application");
    },
  },
  {
    id: "refusal.anonymous",
    level: "extended",
    rule: "D22",
    title: "Who does not say who they are is unauthenticated, and learns and changes nothing",
    async run(server) {
      if (!server.hasIdentity)
        throw new NotChecked("No Authorization or Cookie header was given that could be left out.");
      const sourceName = server.newSourceName();
      const post = await server.post({ sourceName, users: [createUnknownUser()] }, { anonymous: true });
      expectEqual("the saved sources", await server.findSources(sourceName), []);
      expectProblem(post, "unauthenticated", "an anonymous import");
      expectProblem(
        await server.send({ route: routes.listSources, anonymous: true }),
        "unauthenticated",
        "an anonymous list",
      );
    },
  },
  {
    id: "refusal.hostile",
    level: "extended",
    rule: "D2",
    title: "Members called __proto__ and constructor neither work nor harm",
    async run(server) {
      const row = '{"__proto__":{"email":"nobody@example.com"},"constructor":{"prototype":{}},"externalUserId":"1"}';
      const answer = await server.post(`{"sourceName":${JSON.stringify(server.newSourceName())},"users":[${row}]}`);
      expectStatus(answer, "a row with hostile members");
      const { results } = answer.body as { results?: { status?: unknown }[] };
      expectEqual("the status", results?.[0]?.status, "invalid_row");
    },
  },
];
