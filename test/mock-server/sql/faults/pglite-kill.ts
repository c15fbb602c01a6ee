// Kills the server over a PGlite folder at each write of a commit: before it, in the middle of it, and after it.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createBackend } from "../../../../mock-server/index.ts";
import { createSqlStore, openPglite } from "../../../../mock-server/sql/index.ts";
import { href, routes } from "../../../../src/contract/index.ts";
import { findDamage } from "./damage.ts";
import type { PgliteOrder } from "./pglite-process.ts";

export interface PgliteKillReport {
  readonly kills: number;
  /** How many killed imports were saved whole, although nobody was answered. */
  readonly saved: number;
  readonly damage: readonly string[];
}

export interface PgliteKillOptions {
  readonly users: number;
  /** The most writes at which it is killed, each in three ways. */
  readonly writes: number;
}

const ways = ["before", "halfway", "after"] as const;

/** Kills at every write up to the given number, or to the last one of the commit. */
export async function killPgliteAtCommit({ users, writes }: PgliteKillOptions): Promise<PgliteKillReport> {
  const folder = mkdtempSync(join(tmpdir(), "ieu-pglite-kill-"));
  const damage: string[] = [];
  let saved = 0;
  let kills = 0;
  const run = (number: number, dieAt: PgliteOrder["dieAt"]) =>
    runProcess({ folder, appId: `app_${number}`, users, key: `pglite-key-${number}`, dieAt });
  try {
    const { writes: last } = JSON.parse(await run(0, null)) as { writes: number };
    if (last === 0) damage.push("the commit wrote nothing: no kill can hit it");
    for (let write = 1; write <= Math.min(writes, last); write += 1) {
      for (const when of ways) {
        kills += 1;
        const answer = await run(kills, { write, when });
        if (answer !== "") damage.push(`kill ${kills} came after the answer`);
        const found = await lookAfterwards(folder, kills, users);
        saved += found.isSaved ? 1 : 0;
        damage.push(...found.damage.map((text) => `killed ${when} write ${write}: ${text}`));
      }
    }
    return { kills, saved, damage };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What was answered is there, what was not is there whole or not at all, and asking again gives one source.
async function lookAfterwards(folder: string, number: number, users: number) {
  const database = await openPglite({ data: folder });
  const store = createSqlStore(database);
  try {
    const { sources = [], ...rest } = await store.snapshot();
    const damage = findDamage({ ...rest, sources });
    const names = sources.map(({ name }) => name);
    for (let before = 0; before < number; before += 1) {
      if (!names.includes(`pglite-key-${before}`)) damage.push(`import ${before} was answered and is lost`);
    }
    const isSaved = names.includes(`pglite-key-${number}`);
    const { fetch } = createBackend({ store });
    const emails = Array.from({ length: users }, (_, person) => `person.${person}@example.com`);
    const body = JSON.stringify({
      sourceName: `pglite-key-${number}`,
      users: emails.map((email) => ({ externalUserId: email, email })),
    });
    const headers = { "Content-Type": "application/json", "Idempotency-Key": `pglite-key-${number}` };
    const path = href(routes.importUsers, { appId: `app_${number}` });
    const again = await fetch(new Request(`https://portal.test${path}`, { method: "POST", headers, body }));
    const replayed = again.headers.get("Idempotency-Replayed") === "true";
    if (again.status !== 200 || replayed !== isSaved) damage.push(`asked again: ${again.status}, replayed ${replayed}`);
    const { sources: after = [], ...others } = await store.snapshot();
    if (after.filter(({ appId }) => appId === `app_${number}`).length !== 1) damage.push("not one source in the end");
    return { isSaved, damage: [...damage, ...findDamage({ ...others, sources: after })] };
  } finally {
    await database.destroy();
  }
}

/** What the process wrote before it died. */
function runProcess(order: PgliteOrder): Promise<string> {
  const main = join(import.meta.dirname, "pglite-process.ts");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [main, JSON.stringify(order)], (error, stdout, stderr) => {
      if (error?.signal === "SIGKILL") resolve(stdout);
      else reject(new Error(`The process ended by itself: ${stderr}`));
    });
  });
}
