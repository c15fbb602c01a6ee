// Imports twice into a PGlite folder; the second time it dies at a write of the commit, as `kill -9` would let it.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";
import { createBackend } from "../../../../mock-server/index.ts";
import { createSqlStore, isEmpty, loadWorld, openPglite } from "../../../../mock-server/sql/index.ts";
import { href, routes } from "../../../../src/contract/index.ts";
import { account } from "../../worlds.ts";

/** What the process does. */
export interface PgliteOrder {
  readonly folder: string;
  readonly appId: string;
  readonly users: number;
  readonly key: string;
  /** Dies at this write to the folder, counted from the end of the first insert of connections; null for none. */
  readonly dieAt: { readonly write: number; readonly when: "before" | "halfway" | "after" } | null;
}

const { folder, appId, users, key, dieAt } = JSON.parse(process.argv[2] ?? "") as PgliteOrder;
let isCommitting = false;
let writes = 0;

// PGlite's file system is Node's, which is replaced before PGlite is loaded.
const writeSync = fs.writeSync as (file: number, bytes: Uint8Array, from: number, length: number, at: number) => number;
Object.assign(fs, {
  writeSync: (file: number, bytes: Uint8Array, from: number, length: number, at: number) => {
    if (isCommitting) writes += 1;
    const isLastWrite = isCommitting && writes === dieAt?.write;
    if (isLastWrite && dieAt?.when === "before") die();
    const written = writeSync(file, bytes, from, isLastWrite && dieAt?.when === "halfway" ? length >> 1 : length, at);
    if (isLastWrite) die();
    return written;
  },
});
syncBuiltinESMExports();

let isLast = false;
const database = await openPglite({
  data: folder,
  log: ({ query }) => {
    // The last statements of an import of new users; after them comes the commit.
    if (isLast && query.sql.startsWith('insert into "ieu_connections"')) isCommitting = true;
  },
});
const emails = Array.from({ length: users }, (_, number) => `person.${number}@example.com`);
if (await isEmpty(database)) {
  await loadWorld(database, { accounts: emails.map((email) => account(email, { id: email })), connections: [] });
}
const { fetch } = createBackend({ store: createSqlStore(database) });
isLast = true;
const body = JSON.stringify({ sourceName: key, users: emails.map((email) => ({ externalUserId: email, email })) });
const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
const answer = await fetch(
  new Request(`https://portal.test${href(routes.importUsers, { appId })}`, { method: "POST", headers, body }),
);
await answer.text();
process.stdout.write(JSON.stringify({ status: answer.status, writes }));
// Dies with the answer given and the database open.
die();

function die(): void {
  process.kill(process.pid, "SIGKILL");
}
