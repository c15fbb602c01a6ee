// Redirects between two real servers: what is followed, and what never arrives at the other one.
import { describe, expect, test } from "vitest";
import type { HttpSettings } from "../../src/client/exchange.ts";
import { routes } from "../../src/contract/routes.ts";
import { get, post, run } from "./exchanges.ts";
import { json, raw, type Step, serveSteps } from "./scripted-server.ts";

const statuses = [301, 302, 303, 307, 308];
const remove = { ...get, route: routes.deleteSource, params: { appId: "app 1", sourceId: "src_1" }, writes: true };
const headers = { authorization: "Bearer secret", "x-csrf": "secret" };

function redirect(status: number, location: string): Step {
  return raw("", status, { location });
}

describe.each(statuses)("a redirect with %i", (status) => {
  test.each([
    ["GET", get],
    ["POST", post],
    ["DELETE", remove],
  ])("of a %s to another origin is named, and nothing is sent there", async (_, request) => {
    const other = await serveSteps(json({ ok: true }));
    const { url } = await serveSteps(redirect(status, `${other.url}/stolen?token=1`));
    await expect(run(url, request, { headers })).rejects.toMatchObject({
      code: "unexpected_answer",
      outcomeUnknown: request.writes,
      message: expect.stringMatching(
        new RegExp(`was redirected to ${other.url}/stolen with status ${status}, and not`),
      ),
    });
    expect(other.requests).toEqual([]);
  });

  test("of a GET within the origin is followed", async () => {
    const server = await serveSteps(redirect(status, "/v2/sources?a=1"), json({ ok: true }));
    expect(await run(server.url, get, { headers })).toMatchObject({ body: { ok: true }, redirected: true });
    expect(server.requests[1]).toMatchObject({ method: "GET", url: "/v2/sources?a=1", headers });
  });

  test("that a host's fetch follows to another origin is not read", async () => {
    const other = await serveSteps(json({ ok: true }));
    const { url } = await serveSteps(redirect(status, other.url));
    const follow: HttpSettings["fetch"] = (address, init) => fetch(address, { ...init, redirect: "follow" });
    await expect(run(url, get, { fetch: follow })).rejects.toMatchObject({ code: "unexpected_answer" });
  });
});

test.each([307, 308])("a write is repeated within the origin where a %i keeps its method and body", async (status) => {
  const server = await serveSteps(redirect(status, "/v2/csv"), json({ ok: true }));
  expect(await run(server.url, post)).toMatchObject({ body: { ok: true } });
  expect(server.requests[1]).toMatchObject({ method: "POST", url: "/v2/csv", body: '{"users":[]}' });
});

test.each([301, 302, 303])("a write that a %i would turn into a GET is not sent again", async (status) => {
  for (const request of [post, remove]) {
    const server = await serveSteps(redirect(status, "/v2/csv"), json({ ok: true }));
    await expect(run(server.url, request)).rejects.toMatchObject({ code: "unexpected_answer", outcomeUnknown: true });
    expect(server.requests).toHaveLength(1);
  }
});

test.each([
  ["redirects that never end", redirect(302, "/again")],
  ["a redirect without a target", raw("", 302)],
  ["a redirect to no address", redirect(302, "http://:bad")],
])("%s end as an unexpected answer", async (_, step) => {
  const server = await serveSteps(step);
  await expect(run(server.url, get)).rejects.toMatchObject({ code: "unexpected_answer", outcomeUnknown: false });
  expect(server.requests.length).toBeLessThan(10);
});

describe("where a browser hides the target", () => {
  const hidden = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });

  test.each([
    ["POST", post],
    ["DELETE", remove],
    ["GET to another origin than the page's", get],
  ])("a %s is not followed", async (_, request) => {
    const asked: (string | undefined)[] = [];
    const browser: HttpSettings["fetch"] = async (_url, init) => {
      asked.push(init.redirect);
      return hidden;
    };
    const failure = { code: "unexpected_answer", message: expect.stringMatching(/the browser hides where to/) };
    await expect(run("https://portal.test", request, { fetch: browser })).rejects.toMatchObject(failure);
    expect(asked).toEqual(["manual"]);
  });
});
