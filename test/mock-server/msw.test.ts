// The handlers: which addresses they take, and what a lost connection looks like.
import { http, passthrough } from "msw";
import { setupServer } from "msw/node";
import { expect, test } from "vitest";
import { createScenario } from "../../mock-server/index.ts";
import { toHandlers } from "../../mock-server/msw.ts";
import { href, routes } from "../../src/contract/index.ts";

const path = href(routes.listSources, { appId: "app_demo" });

async function withHandlers(name: "empty" | "offline", baseUrl: string | undefined, work: () => Promise<void>) {
  const { backend } = createScenario(name);
  const others = http.all("*", ({ request }) =>
    request.url.includes(".test") ? new Response("not ours") : passthrough(),
  );
  const server = setupServer(...toHandlers(backend, baseUrl === undefined ? {} : { baseUrl }), others);
  server.listen({ onUnhandledFrame: "error" });
  try {
    await work();
  } finally {
    server.close();
  }
}

test.each([
  [undefined, `https://portal.test${path}`, true],
  [undefined, `https://portal.test/any/base${path}`, true],
  [undefined, "https://portal.test/api/developer/applications/app_demo/users", false],
  ["https://api.test", `https://api.test${path}`, true],
  ["https://api.test/", `https://api.test${path}`, true],
  ["https://api.test/v1", `https://api.test/v1${path}`, true],
  ["https://api.test", `https://portal.test${path}`, false],
])("with the base %s the address %s is taken: %s", (baseUrl, url, isTaken) =>
  withHandlers("empty", baseUrl, async () => {
    const text = await (await fetch(url)).text();
    expect(text.startsWith('{"sources":[]')).toBe(isTaken);
    expect(text === "not ours").toBe(!isTaken);
  }),
);

test("a lost connection is a network error", () =>
  withHandlers("offline", undefined, async () => {
    await expect(fetch(`https://portal.test${path}`)).rejects.toBeInstanceOf(TypeError);
  }));

test("beneath the import routes an unknown address is answered by the backend", () =>
  withHandlers("empty", undefined, async () => {
    const response = await fetch(`https://portal.test${path.replace("sources", "unknown")}`);
    expect(await response.json()).toMatchObject({ code: "route-not-found" });
  }));
