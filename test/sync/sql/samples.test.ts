// Runs the samples of docs/sync.md as the processes they are: first run, enqueuing, sender, reconcile, with either queue.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { createMemoryStore, createScenario, demoAppId } from "../../../mock-server/index.ts";
import { serve } from "../../../mock-server/node.ts";
import { bareEnvironment } from "../../cli/command.ts";
import { blocksOf, readPages, root } from "../../docs/pages.ts";
import { createDatabase } from "../../mock-server/sql/create-database.ts";
import { account } from "../../mock-server/worlds.ts";

const page = readPages().find(({ path }) => path === "docs/sync.md") ?? { path: "", text: "" };
const samples = blocksOf(page).filter(({ language, file }) => language === "ts" && file !== null);

// The published names stand for the sources they are built from.
const doors = { client: "client/index.ts", "sync/node": "sync/node.ts", sync: "sync/index.ts" };

function adapt(code: string, portal: string): string {
  const own = Object.entries(doors).reduce(
    (text, [name, path]) => text.replaceAll(`"import-existing-users/${name}"`, `"../../src/${path}"`),
    code,
  );
  return own.replaceAll("https://portal.example.com", portal).replaceAll("app_123", demoAppId);
}

// The change of a user in its transaction, in a process that sends nothing and ends.
const change = `import { pool } from "./portal.ts";
import { closeQueue } from "./queue.ts";
import { saveEmail } from "./save-user.ts";
await saveEmail("7", "moved@x.io");
await closeQueue();
await pool.end();
`;

// A server that knows only the guides, a database with users, and a folder with the samples.
async function openSite(queueFile: string) {
  const names = [...Array.from({ length: 30 }, (_, index) => `u${index + 1}@x.io`), "moved@x.io"];
  const store = createMemoryStore({ accounts: names.map((name) => account(name)), connections: [] });
  const server = await serve(createScenario("guide-only", { store }).backend);
  const database = await createDatabase(inject("postgresUrl"));
  const pool = new pg.Pool({ connectionString: database.url });
  await pool.query(
    `create table users as select number::bigint as id, 'u' || number || '@x.io' as email, null::text as name,
      now() as created_at, null::timestamptz as last_login_at from generate_series(1, 30) number`,
  );
  await pool.end();
  mkdirSync(join(root, "tmp"), { recursive: true });
  const folder = mkdtempSync(join(root, "tmp/sync-samples-"));
  for (const { file, code } of samples) writeFileSync(join(folder, file ?? ""), adapt(code, server.url));
  const queue = samples.find(({ file }) => file === queueFile)?.code ?? "";
  writeFileSync(join(folder, "queue.ts"), adapt(queue, server.url));
  writeFileSync(join(folder, "change.ts"), change);
  onTestFinished(async () => {
    rmSync(folder, { recursive: true });
    await server.close();
    await database.drop();
  });
  return { store, folder, env: { ...bareEnvironment, DATABASE_URL: database.url, PORTAL_TOKEN: "x" } };
}

function start({ folder, env }: Awaited<ReturnType<typeof openSite>>, file: string) {
  const child = spawn(process.execPath, [join(folder, file)], { cwd: folder, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  return { child, ended };
}

test.each(["queue.ts", "outbox.ts"])(
  "with %s, a first run, a change of a user, the sender and a reconcile bring every user to a server of the guides",
  async (queueFile) => {
    const site = await openSite(queueFile);
    const { store } = site;
    const sources = async () => ((await store.snapshot()).sources ?? []).map(({ name }) => name);
    expect(await start(site, "bootstrap.ts").ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^done [\s\S]*acknowledged: 30/),
    });
    expect(await start(site, "change.ts").ended).toEqual({ code: 0, output: "" });
    const sender = start(site, "sender.ts");
    await expect.poll(sources).toContainEqual(expect.stringMatching(/^Deltas \d{4}-\d\d-\d\d$/));
    sender.child.kill("SIGTERM");
    expect(await sender.ended).toEqual({ code: 0, output: "Deltas: 1 sent, 0 left for the next process\n" });
    expect((await store.snapshot()).connections).toHaveLength(31);
    expect(await start(site, "reconcile.ts").ended).toMatchObject({
      code: 0,
      output: expect.stringMatching(/upToDate: 30/),
    });
    expect(await sources()).toHaveLength(2);
  },
);

test("the audit log of the samples is written by the process that sends", async () => {
  const site = await openSite("outbox.ts");
  const { folder } = site;
  const deltas = samples.find(({ file }) => file === "deltas.ts")?.code ?? "";
  const audited = `import { audit } from "./audit.ts";\n${deltas.replace("  ledger,\n", "  ledger,\n  audit,\n")}`;
  writeFileSync(join(folder, "deltas.ts"), adapt(audited, ""));
  expect(await start(site, "change.ts").ended).toEqual({ code: 0, output: "" });
  const sender = start(site, "sender.ts");
  await expect.poll(async () => (await site.store.snapshot()).connections.length).toBe(1);
  sender.child.kill("SIGTERM");
  const { code, output } = await sender.ended;
  const lines = output.trim().split("\n").slice(0, -1);
  expect([code, lines.map((line) => JSON.parse(line).type)]).toEqual([
    0,
    expect.arrayContaining(["request", "exchange", "answer"]),
  ]);
});
