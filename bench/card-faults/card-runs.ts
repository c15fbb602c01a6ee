// Runs imports and deletions of the card in one page, with a proxy between page and server that applies the faults.
import type { Browser, Page } from "playwright";
import type { Store } from "../../mock-server/index.ts";
import { createSqlStore, openPostgres } from "../../mock-server/sql/index.ts";
import type { ImportClientOptions } from "../../src/client/index.ts";
import { userFields } from "../../src/contract/fields.ts";
import type { UserInput } from "../../src/contract/user.ts";
import { stringify } from "../../src/csv/index.ts";
import { bareFolder } from "../../test/browser/bare/build.ts";
import type { BarePage } from "../../test/browser/bare/main.tsx";
import type { Upload } from "../../test/browser/card.ts";
import { openPage } from "../../test/browser/chromium.ts";
import { openSite } from "../../test/browser/site.ts";
import { createDatabase } from "../../test/mock-server/sql/create-database.ts";
import { createRandom } from "../../test/mock-server/sql/faults/random.ts";
import { startPostgres } from "../../test/mock-server/sql/postgres-server.ts";
import { delays, runInTime } from "../sync/faults/patience.ts";
import { loadAccounts } from "../sync/faults/portal/application.ts";
import { openElsewhere } from "../sync/faults/portal/elsewhere.ts";
import { makeUsers } from "../sync/faults/portal/people.ts";
import { openPortal } from "../sync/faults/portal/portal.ts";
import { createServerKinds } from "../sync/faults/portal/server-kinds.ts";
import type { Forged } from "../sync/faults/proxy/forged.ts";
import type { ServerKind } from "../sync/faults/proxy/kinds.ts";
import { openProxy } from "../sync/faults/proxy/proxy.ts";
import { createDriver } from "./drive.ts";
import {
  type CardRun,
  connectEarlier,
  importCalmly,
  judgeClaim,
  judgeDeleted,
  judgeImport,
  type Violation,
} from "./model.ts";
import { type CardPlan, createCardPlan, type FaultTally } from "./plan.ts";

/** The results of all runs. */
export interface CardReport {
  readonly tally: FaultTally;
  readonly runs: number;
  readonly deleted: number;
  /** Imports without a result on the screen, whose source was in the list. */
  readonly foundByList: number;
  readonly countsOnly: number;
  readonly violations: readonly Violation[];
}

export interface CardOptions {
  readonly browser: Browser;
  readonly faults: number;
  readonly seed: number;
  readonly onRun?: (faults: number) => void;
}

declare const bare: BarePage;

const kinds: readonly ServerKind[] = ["keyed", "keyless", "shuffled", "terse"];
const userCount = 14;

/** Runs until the given number of faults has occurred. */
export async function runCards({ browser, faults, seed, onRun }: CardOptions): Promise<CardReport> {
  const postgres = await startPostgres({ settings: ["max_connections=50"] });
  const { url, drop } = await createDatabase(postgres.url);
  const database = await openPostgres({ url, connections: 3 });
  await loadAccounts(database);
  const portal = openPortal(url);
  const store = createSqlStore(database);
  const servers = createServerKinds(store);
  const site = await openSite({ folder: bareFolder("production"), served: { backend: servers, store } });
  const elsewhere = await openElsewhere();
  const present: { plan: CardPlan | null; lastAnswer: Forged | null; onLate: () => void } = {
    plan: null,
    lastAnswer: null,
    onLate: () => {},
  };
  const proxy = await openProxy({
    // The page itself comes from a server that is never killed.
    target: (path) => (path.startsWith("/api/") ? portal.url() : Promise.resolve(site.url)),
    onDeath: portal.replace,
    onLate: () => present.onLate(),
    elsewhere: elsewhere.url,
    meet: (method = "GET", url) => (url.startsWith("/api/") ? (present.plan?.draw(method) ?? null) : null),
    change(method, answer, fault) {
      if (method === "POST" && answer.status === 200) present.lastAnswer = answer;
      return present.plan?.change(answer, fault) ?? answer;
    },
  });
  const { page, complaints } = await openPage(browser, proxy.url);
  const tally: FaultTally = new Map();
  const sum = { runs: 0, deleted: 0, foundByList: 0, countsOnly: 0 };
  const violations: Violation[] = [];
  const countFaults = () => [...tally.values()].reduce((all, count) => all + count, 0);
  try {
    for (; countFaults() < faults; sum.runs += 1) {
      const random = createRandom(seed * 500_009 + sum.runs);
      const kind = kinds[sum.runs % kinds.length] ?? "keyed";
      const isDeleted = sum.runs % 2 === 0;
      const ended = await runInTime(kind, async ({ timeout, deadline }, name, onLate) => {
        const users = makeUsers(userCount, random);
        const run = await prepareRun(store, servers.fetch, { kind, name: `${sum.runs}${name}`, users });
        const most = Math.max(1, Math.min(4 + random.below(6), faults - countFaults()));
        present.plan = createCardPlan({ random, kind, most, tally, earlier: present.lastAnswer });
        present.onLate = onLate;
        try {
          return await runOnce(page, run, { timeout, retry: { ...delays, deadline }, isDeleted });
        } finally {
          present.plan = null;
        }
      });
      sum.deleted += isDeleted ? 1 : 0;
      sum.foundByList += ended.isFoundByList ? 1 : 0;
      sum.countsOnly += ended.isCountsOnly ? 1 : 0;
      violations.push(...ended.violations.map((one) => ({ ...one, text: `run ${sum.runs} (${kind}): ${one.text}` })));
      onRun?.(countFaults());
    }
  } finally {
    await page.context().close();
    await Promise.all([proxy.close(), site.close(), elsewhere.close(), portal.close()]);
    await database.destroy();
    await drop();
    await postgres.stop();
  }
  const outside = elsewhere.received.map(
    (text): Violation => ({ kind: "lost", text: `another origin received ${text}` }),
  );
  const complained = complaints
    .filter((text) => !isRefusedRedirect(text))
    .map((text): Violation => ({ kind: "false failure", text }));
  return { ...sum, tally, violations: [...violations, ...outside, ...complained] };
}

// The browser's own note on a redirect to another origin, which is one of the faults.
function isRefusedRedirect(text: string): boolean {
  return text.includes("redirected from") || text.includes("Unsafe attempt to load URL");
}

async function prepareRun(
  store: Store,
  fetch: (request: Request) => Promise<Response>,
  { kind, name, users }: { readonly kind: ServerKind; readonly name: string; readonly users: readonly UserInput[] },
): Promise<CardRun> {
  const appId = `app_${kind}_${name}`;
  const calmId = `app_keyed_calm_${name}`;
  const sourceName = `Import ${name}`;
  await connectEarlier(fetch, appId, users);
  await connectEarlier(fetch, calmId, users);
  const statuses = await importCalmly(fetch, calmId, { sourceName, users });
  return { store, appId, calmId, sourceName, users, statuses };
}

interface EndedRun {
  readonly isFoundByList: boolean;
  readonly isCountsOnly: boolean;
  readonly violations: readonly Violation[];
}

async function runOnce(
  page: Page,
  run: CardRun,
  { isDeleted, ...waits }: Pick<ImportClientOptions, "timeout" | "retry"> & { readonly isDeleted: boolean },
): Promise<EndedRun> {
  const violations: Violation[] = [];
  await page.reload();
  await show(page, { appId: run.appId, ...waits });
  const driver = createDriver(page, async (claim) => void violations.push(...(await judgeClaim(run, claim))));
  try {
    const shown = await driver.importFile(run.sourceName, toUpload(run.users));
    violations.push(...(await judgeImport(run, shown)));
    if (isDeleted) {
      await driver.deleteSource(run.sourceName);
      violations.push(...(await judgeDeleted(run)));
    }
    return { isFoundByList: shown === null, isCountsOnly: shown?.isCountsOnly ?? false, violations };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { isFoundByList: false, isCountsOnly: false, violations: [...violations, { kind: "lost", text }] };
  }
}

function show(page: Page, client: Pick<ImportClientOptions, "appId" | "timeout" | "retry">): Promise<void> {
  return page.evaluate((given) => bare.show("card", { appId: given.appId }, given), client);
}

function toUpload(users: readonly UserInput[]): Upload {
  const header = userFields.map(({ header: text }) => text);
  const records = users.map((user) => userFields.map(({ key }) => String(user[key] ?? "")));
  return { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(stringify([header, ...records])) };
}
