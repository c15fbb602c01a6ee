// Requests that fail as a whole: with which problem, and that they save nothing.
import { maxBodyBytes } from "../../contract/import.ts";
import type { ProblemCode } from "../../contract/problem.ts";
import { routes } from "../../contract/routes.ts";
import type { Check } from "../check.ts";
import { NotChecked } from "../check-errors.ts";
import { expectEqual, expectProblem, expectStatus } from "../expect.ts";
import type { Site } from "../server-under-test.ts";
import { createStranger, createStrangers } from "../test-users.ts";

const wrongBodies: readonly (readonly [string, (sourceName: string) => unknown])[] = [
  ["a list as body", () => []],
  ["no users member", (sourceName) => ({ sourceName })],
  ["users that are no list", (sourceName) => ({ sourceName, users: {} })],
  ["an empty list of users", (sourceName) => ({ sourceName, users: [] })],
  ["no source name", () => ({ users: [createStranger()] })],
  ["a blank source name", () => ({ sourceName: " ", users: [createStranger()] })],
  [
    "a source name of 201 characters",
    (sourceName) => ({ sourceName: sourceName.padEnd(201, "x"), users: [createStranger()] }),
  ],
];

async function expectRefusal(site: Site, body: unknown, code: ProblemCode, what: string): Promise<void> {
  expectProblem(await site.post(body), code, what);
}

/** Checks of refused requests. */
export const refusalChecks: readonly Check[] = [
  {
    ...{ id: "refusal.not-json", level: "extended", rule: "D22" },
    title: "A body that is no JSON is malformed",
    run: (site) => expectRefusal(site, '{"sourceName": "x", "users": [', "malformed", "a body that is no JSON"),
  },
  {
    ...{ id: "refusal.envelope", level: "extended", rule: "D3" },
    title: "An import without users or without a usable name is an invalid request",
    async run(site) {
      for (const [what, toBody] of wrongBodies) {
        await expectRefusal(site, toBody(site.newSourceName()), "invalid-request", what);
      }
    },
  },
  {
    ...{ id: "refusal.too-many", level: "extended", rule: "D3" },
    title: "10,001 users are the problem too-many-users",
    run: (site) =>
      expectRefusal(
        site,
        { sourceName: site.newSourceName(), users: createStrangers(10_001) },
        "too-many-users",
        "10,001 users",
      ),
  },
  {
    ...{ id: "refusal.media-type", level: "extended", rule: "D22" },
    title: "A body that is not sent as JSON is an unsupported media type",
    async run(site) {
      const body = { sourceName: site.newSourceName(), users: [createStranger()] };
      const answer = await site.post(body, { headers: { "Content-Type": "text/plain" } });
      expectProblem(answer, "unsupported-media-type", "text/plain");
    },
  },
  {
    ...{ id: "refusal.too-large", level: "extended", rule: "D23" },
    title: "A body over 24 MiB is refused",
    async run(site) {
      const body = JSON.stringify({ sourceName: site.newSourceName(), users: [createStranger()] });
      expectStatus(await site.post(body.padEnd(maxBodyBytes + 1)), "a body over 24 MiB", 413);
    },
  },
  {
    ...{ id: "refusal.unknown-application", level: "extended", rule: "D22" },
    title: "An unknown application is not found",
    async run(site) {
      const appId = `conformance-${crypto.randomUUID()}`;
      const answer = await site.ask({ route: routes.listSources, appId });
      // A server on which every id is an application (a mock without permissions) has nothing to refuse.
      if (answer.status === 200) throw new NotChecked("This server answers for any application id.");
      expectProblem(answer, "application-not-found", "an unknown application");
    },
  },
  {
    ...{ id: "refusal.anonymous", level: "extended", rule: "D22" },
    title: "Who does not say who they are is unauthenticated, and learns and changes nothing",
    async run(site) {
      if (!site.hasIdentity)
        throw new NotChecked("No Authorization or Cookie header was given that could be left out.");
      const sourceName = site.newSourceName();
      const post = await site.post({ sourceName, users: [createStranger()] }, { anonymous: true });
      expectEqual("the saved sources", await site.findSources(sourceName), []);
      expectProblem(post, "unauthenticated", "an anonymous import");
      expectProblem(
        await site.ask({ route: routes.listSources, anonymous: true }),
        "unauthenticated",
        "an anonymous list",
      );
    },
  },
  {
    ...{ id: "refusal.hostile", level: "extended", rule: "D2" },
    title: "Members called __proto__ and constructor neither work nor harm",
    async run(site) {
      const row = '{"__proto__":{"email":"nobody@example.com"},"constructor":{"prototype":{}},"externalUserId":"1"}';
      const answer = await site.post(`{"sourceName":${JSON.stringify(site.newSourceName())},"users":[${row}]}`);
      expectStatus(answer, "a row with hostile members");
      const { results } = answer.body as { results?: { status?: unknown }[] };
      expectEqual("the status", results?.[0]?.status, "invalid_row");
    },
  },
];
