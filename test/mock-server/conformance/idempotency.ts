// Safe repetition: the same start is done once, whatever the network does.
import { expect, test } from "vitest";
import { createGate } from "../../gate.ts";
import { createSmallWorld } from "../worlds.ts";
import { importUsers, list, post, postBody, readOk, readProblem, rollBack, user } from "./calls.ts";
import type { Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

export function describeIdempotency(start: Start): void {
  const inSmallWorld = withBackend(start, createSmallWorld);
  const key = "9b2f5c1e-start";

  test("D14: the same key with the same payload replays the answer and says so", () =>
    inSmallWorld(async (backend) => {
      const users = [user("a@x.io"), user("c@x.io"), user("nobody@x.io"), 7];
      const first = await post(backend, users, { key });
      expect(first.headers.get("Idempotency-Replayed")).toBeNull();
      const after = await backend.snapshot();
      const second = await post(backend, users, { key });
      expect(second.headers.get("Idempotency-Replayed")).toBe("true");
      expect(await readOk(second)).toEqual(await readOk(first));
      expect(await backend.snapshot()).toEqual(after);
    }));

  test("D14: white space, member order and unknown members are the same payload", () =>
    inSmallWorld(async (backend) => {
      await importUsers(backend, [{ externalUserId: "1", email: "a@x.io" }], { key });
      const body = ' { "users": [ { "email":"a@x.io", "plan":"pro", "externalUserId":"1" } ], "sourceName":"Export" } ';
      expect((await postBody(backend, body, { key })).headers.get("Idempotency-Replayed")).toBe("true");
    }));

  test.each<[string, unknown, unknown]>([
    ["the email in another letter case", user("a@x.io"), user(" A@X.io ", { externalUserId: "id-a@x.io" })],
    ["null for an absent name", user("a@x.io"), user("a@x.io", { name: null })],
    ["another value that is no text", user("a@x.io", { name: [[["a"]]] }), user("a@x.io", { name: { b: [1] } })],
    [
      "another text that is no date",
      user("a@x.io", { lastLoginDate: "soon" }),
      user("a@x.io", { lastLoginDate: "5.1." }),
    ],
    ["another value that is no user", 7, "seven"],
  ])("D14: %s is judged alike, so it is the same payload", (_, first, second) =>
    inSmallWorld(async (backend) => {
      const answer = await importUsers(backend, [first], { key });
      const again = await post(backend, [second], { key });
      expect(again.headers.get("Idempotency-Replayed")).toBe("true");
      expect(await readOk(again)).toEqual(answer);
    }),
  );

  test.each([
    ["another user", [user("b@x.io")], {}],
    ["one more user", [user("a@x.io"), user("b@x.io")], {}],
    ["another source name", [user("a@x.io")], { sourceName: "Other" }],
    ["an id in another letter case", [user("a@x.io", { externalUserId: "ID-a@x.io" })], {}],
    ["an invalid row in its place", [user("a@x.io", { registrationDate: "soon" })], {}],
  ])("D14: the same key with %s is refused", (_, users, options) =>
    inSmallWorld(async (backend) => {
      await importUsers(backend, [user("a@x.io")], { key });
      const problem = await readProblem(await post(backend, users, { key, ...options }));
      expect(problem).toMatchObject({ status: 422, code: "idempotency-key-reused", retryable: false });
      expect((await list(backend)).sources).toHaveLength(1);
    }),
  );

  test("D14: while the first still runs, the second is told to come back", async () => {
    const gate = createGate();
    await withBackend(start, createSmallWorld, { beforeWork: gate.pass })(async (backend) => {
      const first = post(backend, [user("a@x.io")], { key });
      await gate.reached;
      const second = await post(backend, [user("a@x.io")], { key });
      expect(Number(second.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(await readProblem(second)).toMatchObject({ status: 409, code: "import-in-progress", retryable: true });
      gate.open();
      expect((await first).status).toBe(200);
      const third = await post(backend, [user("a@x.io")], { key });
      expect(third.headers.get("Idempotency-Replayed")).toBe("true");
    });
  });

  test("D14: the key of a deleted source never creates it again", () =>
    inSmallWorld(async (backend) => {
      const { source } = await importUsers(backend, [user("a@x.io")], { key });
      await rollBack(backend, source?.id ?? "");
      const after = await backend.snapshot();
      const problem = await readProblem(await post(backend, [user("a@x.io")], { key }));
      expect(problem).toMatchObject({ status: 409, code: "source-deleted", retryable: false });
      expect(await backend.snapshot()).toEqual(after);
    }));

  test("D14: a refused request leaves its key free", () =>
    inSmallWorld(async (backend) => {
      expect((await post(backend, [], { key })).status).toBe(422);
      expect((await post(backend, [user("a@x.io")], { key })).status).toBe(200);
    }));

  test("D14: a failure in between leaves its key free, and no half import", async () => {
    let failing = true;
    const beforeWork = async () => {
      if (failing) throw new Error("the database went away");
    };
    await withBackend(start, createSmallWorld, { beforeWork })(async (backend) => {
      const before = await backend.snapshot();
      expect((await post(backend, [user("a@x.io")], { key })).status).toBe(500);
      expect(await backend.snapshot()).toEqual(before);
      failing = false;
      expect((await post(backend, [user("a@x.io")], { key })).status).toBe(200);
    });
  });

  test("D14: a key belongs to its application", () =>
    inSmallWorld(async (backend) => {
      await importUsers(backend, [user("a@x.io")], { key });
      const { results } = await importUsers(backend, [user("b@x.io")], { key, appId: "app_b" });
      expect(results).toMatchObject([{ status: "imported" }]);
    }));

  test.each(["1234567", "x".repeat(256), "käse-käse", "tab\tin-key"])("D14: the key %j is refused", (wrong) =>
    inSmallWorld(async (backend) => {
      const problem = await readProblem(await post(backend, [user("a@x.io")], { key: wrong }));
      expect(problem).toMatchObject({ status: 422, code: "invalid-request" });
    }),
  );

  test("D14: keys of 8 and of 255 characters are taken", () =>
    inSmallWorld(async (backend) => {
      for (const good of ["12345678", "~".repeat(255)]) {
        await importUsers(backend, [user("a@x.io")], { key: good });
        expect((await post(backend, [user("a@x.io")], { key: good })).headers.get("Idempotency-Replayed")).toBe("true");
      }
    }));
}
