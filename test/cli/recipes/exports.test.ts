// Runs the recipes for other systems in a scratch folder, with samples as those systems write them.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { UserInput } from "../../../src/contract/user.ts";
import { openMachine, readRecipes } from "./machine.ts";
import { auth0Users, documentIds, keycloakRealm, rows } from "./samples.ts";

const recipe = readRecipes("docs/sync/where-users-are.md");
// On machines without jq its recipes can't run.
const hasJq = spawnSync("jq", ["--version"]).status === 0;

// A machine with the exporters and files of the recipes, which notes the users that arrive at the server.
async function openExports() {
  const sent: UserInput[] = [];
  const machine = await openMachine({
    async answer(request, next) {
      if (request.method === "POST") sent.push(...((await request.clone().json()) as { users: UserInput[] }).users);
      return next(request);
    },
  });
  for (const name of ["mysql", "mongoexport"]) {
    machine.install(name, `exec "${process.execPath}" "${join(import.meta.dirname, "exporters.ts")}" ${name} "$@"`);
  }
  const lines = auth0Users.map((user) => `${JSON.stringify(user)}\n`).join("");
  writeFileSync(join(machine.work, "auth0-users.json.gz"), gzipSync(lines));
  writeFileSync(join(machine.work, "realm.json"), JSON.stringify(keycloakRealm, null, 2));
  const target = { IMPORT_EXISTING_USERS_BASE_URL: machine.url, IMPORT_EXISTING_USERS_APP: "app_demo" };
  const run = (text: string, env = {}) =>
    machine.runScript(`set -o pipefail\n${text}`, ["bash"], { ...target, ...env });
  return { sent, run };
}

const databaseUsers = rows.map(({ id, email, name, createdAt }) => ({
  externalUserId: id,
  email,
  // The command itself sends line breaks and tabs of a name as blanks.
  ...(name !== null && { name: name.replace(/\s/g, " ") }),
  ...(createdAt !== null && { registrationDate: createdAt }),
}));
const documentUsers = databaseUsers.map((user, index) => ({ ...user, externalUserId: documentIds[index] }));

test.each([
  { name: "mysql", needsJq: false, env: {}, expected: databaseUsers },
  { name: "mysql-batch", needsJq: true, env: {}, expected: databaseUsers },
  { name: "mongodb", needsJq: false, env: {}, expected: documentUsers },
  { name: "mongodb", needsJq: false, env: { EXTENDED_JSON: "canonical" }, expected: documentUsers },
  { name: "mongodb-csv", needsJq: false, env: {}, expected: documentUsers },
])("$name $env: every user arrives exactly as the database has it", async ({ name, needsJq, env, expected }) => {
  if (needsJq && !hasJq) return;
  const { sent, run } = await openExports();
  const { code, output } = await run(recipe(name), env);
  expect(sent.map(withoutMilliseconds), output).toEqual(expected);
  expect(code, output).toBe(0);
});

function withoutMilliseconds(user: UserInput) {
  const { registrationDate, ...others } = user;
  return registrationDate === undefined
    ? others
    : { ...others, registrationDate: registrationDate.replace(".000Z", "Z") };
}

test("mysql without --raw: a name with a quotation mark is told and not sent", async () => {
  const { sent, run } = await openExports();
  const { code, output } = await run(recipe("mysql").replace("--raw ", ""));
  expect(output).toContain("not valid JSON");
  expect(code).toBe(3);
  expect(sent.length).toBeLessThan(rows.length);
});

test.runIf(hasJq)("auth0: neither blocked nor unconfirmed users are sent, and no email as a name", async () => {
  const { sent, run } = await openExports();
  const { code, output } = await run(recipe("auth0"));
  expect(sent, output).toEqual([
    {
      externalUserId: "auth0|65a1f0c2e4b0a1d2c3e4f500",
      email: "person1@example.com",
      registrationDate: "2024-01-10T09:00:00.123Z",
      lastLoginDate: "2026-05-03T07:22:00.000Z",
    },
    {
      externalUserId: "google-oauth2|103547991597142817347",
      email: "person2@example.com",
      name: 'Seán "Mac" O\'Néill',
      registrationDate: "2024-01-11T09:00:00.000Z",
    },
  ]);
  expect(code, output).toBe(0);
});

test.runIf(hasJq)("keycloak: disabled users and services are not sent, a user without an email is told", async () => {
  const { sent, run } = await openExports();
  const { output } = await run(recipe("keycloak"));
  expect(sent.map(({ externalUserId, name, registrationDate }) => [externalUserId, name, registrationDate])).toEqual([
    ["1b2c3d4e-0000-4000-8000-000000000001", "Ada Lovelace", "2024-01-10T09:00:00.123Z"],
    ["1b2c3d4e-0000-4000-8000-000000000002", "李", "2024-01-10T09:00:00.123Z"],
    ["1b2c3d4e-0000-4000-8000-000000000003", undefined, "2024-01-10T09:00:00.123Z"],
    ["1b2c3d4e-0000-4000-8000-000000000006", undefined, "2024-01-10T09:00:00.123Z"],
  ]);
  expect(output).toContain("line 4: email is missing");
});
