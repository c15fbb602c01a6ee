// The endpoints and their paths.
import { describe, expect, test } from "vitest";
import { href, type Route, type RouteParams, routes } from "../../src/contract/routes.ts";

const base = "/api/developer/applications/app_1/import-existing-users";
const ids = { appId: "app_1", sourceId: "src_1" };

describe("an endpoint has the guide's method and path", () => {
  const cases: [name: keyof typeof routes, method: string, path: string][] = [
    ["importUsers", "POST", `${base}/csv`],
    ["listSources", "GET", `${base}/sources`],
    ["deleteSource", "DELETE", `${base}/sources/src_1`],
    ["listResults", "GET", `${base}/sources/src_1/results`],
  ];
  for (const [name, method, path] of cases) {
    test(`${name}: ${method} ${path}`, () => {
      expect(routes[name].method).toBe(method);
      expect(href(routes[name], ids)).toBe(path);
    });
  }

  test("there are no others", () => expect(Object.keys(routes)).toEqual(cases.map(([name]) => name)));
});

describe("an id", () => {
  const route: Route = routes.deleteSource;

  test("is one path segment, whatever it holds", () => {
    const appId = "a/b?c#d%2F../é :x";
    const path = href(route, { ...ids, appId });
    expect(new URL(path, "https://portal.example").pathname).toBe(path);
    expect(decodeURIComponent(path.split("/")[4] ?? "")).toBe(appId);
  });

  const refused: RouteParams[] = [
    { appId: "app_1" },
    { ...ids, sourceId: "" },
    { ...ids, sourceId: "." },
    { ...ids, appId: ".." },
  ];
  for (const params of refused) {
    test(`${JSON.stringify(params)} is refused`, () => expect(() => href(route, params)).toThrow(TypeError));
  }
});
