// The suite against servers that keep the contract, and how it behaves itself: it leaves nothing behind, says what it could not check.
import { expect, test } from "vitest";
import { createScenario } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { checkServer } from "../../src/conformance/check-server.ts";
import { createGuideOnly } from "./guide-only.ts";
import { brokenIn, check, createReference, known, tamper, token } from "./reference.ts";

function uncheckedIn({ findings }: Awaited<ReturnType<typeof check>>) {
  return findings.filter(({ verdict }) => verdict === "not_checked").map(({ id }) => id);
}

test("the reference backend keeps every rule, and its world is as it was", async () => {
  const { backend, store } = createReference();
  const report = await check(backend);
  expect(brokenIn(report)).toEqual([]);
  expect(uncheckedIn(report).filter((id) => !id.startsWith("unseen."))).toEqual(["known.written-form"]);
  expect(report).toMatchObject({ core: { broken: 0, not_checked: 0 }, leftovers: [], interrupted: false });
  const { connections, sources = [] } = await store.snapshot();
  expect([connections, sources.filter(({ rollback }) => rollback === null)]).toEqual([[], []]);
});

test("the reference backend keeps every rule through a real port", async () => {
  const server = await serve(createReference().backend);
  try {
    const options = { baseUrl: `${server.url}/`, appId: "app_a", headers: { Authorization: token }, ...known };
    expect(brokenIn(await checkServer(options))).toEqual([]);
  } finally {
    await server.close();
  }
});

test("a server built from the guides alone passes core", async () => {
  const report = await check(createGuideOnly(), { level: "core" });
  expect(brokenIn(report)).toEqual([]);
  expect(report).toMatchObject({
    core: { broken: 0, not_checked: 0 },
    extended: { kept: 0, broken: 0, not_checked: 0 },
  });
});

test("the scenario guide-only keeps what it does not list out of the verdict", async () => {
  const { backend } = createScenario("guide-only");
  const report = await check(backend, { appId: "app_demo", headers: {}, knownEmail: "nobody@portal.test" });
  expect(brokenIn(report)).toEqual([]);
  expect(uncheckedIn(report)).toEqual(
    expect.arrayContaining(["idempotency.replay", "sources.dry-run", "sources.results"]),
  );
});

test("without a known account the report says what it would need", async () => {
  const { findings } = await checkServer({
    ...{ baseUrl: "https://portal.test", appId: "app_a", headers: { Authorization: token }, level: "core" },
    fetch: (url, init) => createReference().backend.fetch(new Request(url, init)),
  });
  const finding = findings.find(({ id }) => id === "known.imported");
  expect(finding).toMatchObject({ verdict: "not_checked", reason: expect.stringContaining("--known-email") });
});

test("an account that is connected already is left alone", async () => {
  const { backend, store } = createReference();
  const users = [{ externalUserId: "1", email: known.knownEmail }];
  const body = JSON.stringify({ sourceName: "x", users });
  const headers = { Authorization: token, "Content-Type": "application/json" };
  const path = "https://portal.test/api/developer/applications/app_a/import-existing-users/csv";
  await backend.fetch(new Request(path, { method: "POST", headers, body }));
  const before = (await store.snapshot()).connections;
  const report = await check(backend);
  expect(uncheckedIn(report)).toContain("known.imported");
  expect(brokenIn(report)).toEqual([]);
  expect((await store.snapshot()).connections).toEqual(before);
});

test("an interrupted run rolls back what it made, and says that it was interrupted", async () => {
  const { backend, store } = createReference();
  const controller = new AbortController();
  let posts = 0;
  const interrupted = tamper(backend, async (request, next) => {
    const response = await next(request);
    if (request.method !== "POST" || ++posts < 5) return response;
    controller.abort(new Error("Ctrl+C"));
    throw new TypeError("The answer is never read.");
  });
  const report = await check(interrupted, { signal: controller.signal });
  expect(report).toMatchObject({ interrupted: true, leftovers: [] });
  const { sources = [] } = await store.snapshot();
  expect([posts, sources.filter(({ rollback }) => rollback === null)]).toEqual([5, []]);
});

test("what can't be rolled back is named", async () => {
  const { backend } = createReference();
  const stubborn = tamper(backend, (request, next) =>
    request.method === "DELETE" ? Promise.resolve(new Response("no", { status: 500 })) : next(request),
  );
  const report = await check(stubborn, { level: "core" });
  expect(report.leftovers.length).toBeGreaterThan(5);
  expect(brokenIn(report)).toContain("rollback.gone");
});

test("an import whose answer is lost is found and rolled back", async () => {
  const { backend, store } = createReference();
  let posts = 0;
  const lossy = tamper(backend, async (request, next) => {
    const response = await next(request);
    if (request.method === "POST" && ++posts % 2 === 0) throw new TypeError("fetch failed");
    return response;
  });
  const report = await check(lossy, { level: "core" });
  expect(report.leftovers).toEqual([]);
  expect((await store.snapshot()).sources?.filter(({ rollback }) => rollback === null)).toEqual([]);
});

test("a busy server is waited for", async () => {
  let refusals = 0;
  const busy = tamper(createReference().backend, async (request, next) => {
    const isBusy = request.method === "POST" && refusals++ % 2 === 0;
    return isBusy ? new Response("", { status: 429, headers: { "Retry-After": "0" } }) : next(request);
  });
  expect(brokenIn(await check(busy, { level: "core" }))).toEqual([]);
});

test("where the list can't be read nothing is sent that could change anything", async () => {
  const methods: string[] = [];
  const stranger = tamper(createReference().backend, (request, next) => {
    methods.push(request.method);
    return next(request);
  });
  await expect(check(stranger, { headers: {} })).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(check(stranger, { appId: "app_b" })).rejects.toMatchObject({ code: "application-not-found" });
  expect(new Set(methods)).toEqual(new Set(["GET"]));
});
