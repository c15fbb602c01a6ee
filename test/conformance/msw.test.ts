// The suite through MSW, beneath a base path as a portal may have one.
import { setupServer } from "msw/node";
import { expect, test } from "vitest";
import { toHandlers } from "../../mock-server/msw.ts";
import { checkServer } from "../../src/conformance/check-server.ts";
import { brokenIn, createReference, known, token } from "./reference.ts";

test("the reference backend keeps every rule under MSW", async () => {
  const baseUrl = "https://portal.test/developer-area";
  const server = setupServer(...toHandlers(createReference().backend, { baseUrl }));
  server.listen({ onUnhandledFrame: "error" });
  try {
    const report = await checkServer({ baseUrl, appId: "app_a", headers: { Authorization: token }, ...known });
    expect(brokenIn(report)).toEqual([]);
    expect(report).toMatchObject({ core: { not_checked: 0 }, leftovers: [] });
  } finally {
    server.close();
  }
});
