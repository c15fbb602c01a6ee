// Rules for every response: problem bodies, permissions, unknown addresses, no secrets.
import { expect, test } from "vitest";
import type { Verdict } from "../../../mock-server/index.ts";
import { href, routes } from "../../../src/contract/index.ts";
import { appId, createSmallWorld } from "../worlds.ts";
import { list, post, readProblem, remove, user } from "./calls.ts";
import type { Running, Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

export function describeAnswers(start: Start): void {
  const inSmallWorld = withBackend(start, createSmallWorld);
  const root = `/api/developer/applications/${appId}/import-existing-users`;

  const everyCall: [string, (backend: Running) => Promise<Response>][] = [
    ["POST csv", (backend) => post(backend, [user("a@x.io")])],
    ["POST csv without users", (backend) => post(backend, [])],
    ["GET sources", (backend) => backend.fetch(`${root}/sources`)],
    ["DELETE source", (backend) => remove(backend, "src_x")],
    ["GET results", (backend) => backend.fetch(href(routes.listResults, { appId, sourceId: "src_x" }))],
  ];

  test.each<[Verdict, number, string]>([
    ["unauthenticated", 401, "unauthenticated"],
    ["forbidden", 403, "forbidden"],
    ["not_found", 404, "application-not-found"],
  ])("D22: a verdict of %s is answered %i on every endpoint, before anything else", (verdict, status, code) =>
    withBackend(start, createSmallWorld, { authorize: async () => verdict })(async (backend) => {
      for (const [, call] of everyCall) {
        expect(await readProblem(await call(backend))).toMatchObject({ status, code, retryable: false });
      }
      expect(await backend.snapshot()).toEqual(createSmallWorld());
    }),
  );

  test("D22: a stranger's application and an unknown one can't be told apart", () =>
    withBackend(start, createSmallWorld, {
      authorize: (request, id) => (id === appId && request.headers.get("Cookie") === null ? "ok" : "not_found"),
    })(async (backend) => {
      const answers = await Promise.all(
        ["app_stranger", "app_unknown", "a\u0000", "%"].map((id) =>
          backend.fetch(href(routes.listSources, { appId: id })),
        ),
      );
      expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toHaveLength(1);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect((await list(backend)).sources).toEqual([]);
    }));

  test("D22: an application whose id no database could look for is unknown, whoever asks", () =>
    inSmallWorld(async (backend) => {
      for (const id of ["a\u0000b", "\u001F", "a\nb"]) {
        const response = await backend.fetch(href(routes.listSources, { appId: id }));
        expect(await readProblem(response)).toMatchObject({ status: 404, code: "application-not-found" });
      }
    }));

  test.each([
    ["GET", `${root}/csv`, 405, "POST"],
    ["PUT", `${root}/csv`, 405, "POST"],
    ["POST", `${root}/sources`, 405, "GET"],
    ["GET", `${root}/sources/src_x`, 405, "DELETE"],
    ["DELETE", `${root}/sources/src_x/results`, 405, "GET"],
    ["GET", `${root}/`, 404, null],
    ["GET", `${root}/unknown`, 404, null],
    ["POST", `${root}/csv/more`, 404, null],
  ])("D22: %s %s is a problem too: %i", (method, path, status, allow) =>
    inSmallWorld(async (backend) => {
      const response = await backend.fetch(path, { method });
      expect(response.headers.get("Allow")).toBe(allow);
      expect(await readProblem(response)).toMatchObject({ status, retryable: false });
    }),
  );

  test("D22: an error nobody expected is told to the host, and nothing of it to the client", async () => {
    const told: unknown[] = [];
    const error = new Error('duplicate key value violates unique constraint "connections_pkey"');
    const beforeWork = async () => {
      throw error;
    };
    await withBackend(start, createSmallWorld, { beforeWork, onError: (one) => told.push(one) })(async (backend) => {
      const problem = await readProblem(await post(backend, [user("a@x.io")]));
      expect(problem).toMatchObject({ status: 500, code: "internal", retryable: true, detail: "" });
      expect(JSON.stringify(problem)).not.toMatch(/constraint|mock-server|\bat \b/);
      expect(told).toEqual([error]);
    });
  });

  test("a host that fails to authorize is an internal error, never an open door", () =>
    withBackend(start, createSmallWorld, { authorize: () => Promise.reject(new Error("session store down")) })(
      async (backend) => {
        for (const [, call] of everyCall) expect((await call(backend)).status).toBe(500);
        expect(await backend.snapshot()).toEqual(createSmallWorld());
      },
    ));

  test.each(everyCall)("%s: no cache may keep the answer", (_, call) =>
    inSmallWorld(async (backend) => {
      expect((await call(backend)).headers.get("Cache-Control")).toBe("no-store");
    }),
  );
}
