// The command `migrate` on a real PostgreSQL: what it makes, what it says, and how it ends.
import { expect, inject, onTestFinished, test } from "vitest";
import { openPostgres } from "../../../mock-server/sql/index.ts";
import { runInside } from "../../cli/terminal.ts";
import { createDatabase } from "./create-database.ts";

async function createUrl(): Promise<string> {
  const { url, drop } = await createDatabase(inject("postgresUrl"));
  onTestFinished(drop);
  return url;
}

test("migrate makes the tables, then a server starts without the right to; a second one has nothing to do", async () => {
  const url = await createUrl();
  const first = await runInside(["migrate", "--url", url]);
  expect(first).toMatchObject({
    code: 0,
    stdout: "Applied: 001_tables, 002_email_form, 003_source_sequence, 004_rate_limits, 005_result_names.\n",
  });
  const database = await openPostgres({ url, migrate: false });
  await database.destroy();
  expect(await runInside(["migrate", "--url", url])).toMatchObject({ code: 0, stdout: "The tables are up to date.\n" });
});

test("the address may come from DATABASE_URL, and the applied migrations as JSON", async () => {
  const env = { DATABASE_URL: await createUrl() };
  const { code, stdout } = await runInside(["migrate", "--partitions", "4", "--json"], { env });
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    { applied: ["001_tables", "002_email_form", "003_source_sequence", "004_rate_limits", "005_result_names"] },
  ]);
  expect(await runInside(["migrate", "--partitions", "4"], { env })).toMatchObject({ code: 0 });
});

test.each([
  ["no address", [], 2, /--url .* or DATABASE_URL/],
  ["nobody at the address", ["--url", "postgres://user:secret-word@127.0.0.1:1/none"], 5, /ECONNREFUSED/],
])("%s ends with the reason, without the password", async (_, args, code, words) => {
  const ended = await runInside(["migrate", ...args]);
  expect(ended.code).toBe(code);
  expect(ended.stderr).toMatch(words);
  expect(ended.stderr).not.toContain("secret-word");
});

test("tables that exist can't be divided afterwards: exit code 2", async () => {
  const url = await createUrl();
  await runInside(["migrate", "--url", url]);
  const { code, stderr } = await runInside(["migrate", "--url", url, "--partitions", "8"]);
  expect(code).toBe(2);
  expect(stderr).toContain("The tables are undivided and can't be divided into 8 afterwards.");
});
