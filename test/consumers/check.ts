// Checks one application: it builds, its page imports 10,000 rows in Chromium, and nobody complains.
import type { Browser } from "playwright";
import { openPage } from "../browser/chromium.ts";
import { openSite } from "../browser/site.ts";
import type { Tarball } from "../package/consumer.ts";
import { completeRun, type ImportRun, runImport, runOwnMarkup } from "../package/import-run.ts";
import { type Application, makeApplication } from "./application.ts";
import { findBundleFaults } from "./bundles.ts";
import type { Consumer } from "./consumers.ts";
import { openPlace, tryPlace } from "./places.ts";

/** What was seen; `problems` is empty when all is well. */
export interface Verdict {
  readonly consumer: Consumer;
  readonly run: ImportRun | null;
  readonly problems: readonly string[];
  readonly seconds: number;
}

// What a page of any bundler can keep.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
// A sandboxed frame has an origin of its own, that everything it loads must allow.
const framed = { origins: ["null"], headers: { "Content-Security-Policy": `${policy}; frame-src 'self'` } };

/** Makes the application, looks at it, and removes it. Never throws: what goes wrong is a problem in the verdict. */
export async function check(consumer: Consumer, tarball: Tarball, browser: Browser): Promise<Verdict> {
  const begun = Date.now();
  const toVerdict = (run: ImportRun | null, problems: readonly string[]): Verdict => ({
    consumer,
    run,
    problems,
    seconds: Math.round((Date.now() - begun) / 1000),
  });
  const api = await openSite();
  try {
    const application = await makeApplication(consumer, tarball, api.url);
    try {
      if (consumer.page === "none") return toVerdict(null, []);
      const { run, problems } = await look(consumer, application, browser, api);
      return toVerdict(run, problems);
    } finally {
      await application.remove();
    }
  } catch (error) {
    return toVerdict(null, [String(error)]);
  } finally {
    await api.close();
  }
}

type Api = Awaited<ReturnType<typeof openSite>>;

async function look(consumer: Consumer, application: Application, browser: Browser, api: Api) {
  const isOwn = consumer.page === "next";
  const own = isOwn ? await application.start() : null;
  const files = isOwn ? null : await openFiles(consumer, application);
  try {
    const { page, complaints } = await openPage(browser, own?.url ?? files?.url ?? "");
    const place = await openPlace(consumer.place, page);
    const site = files ?? api;
    const run = await (consumer.markup === "own" ? runOwnMarkup(page, site) : runImport(place, site));
    const told = consumer.isTold ? Number(await page.locator("#told").textContent()) : run.shown;
    const faults = [
      ...(await tryPlace(consumer.place, page)),
      ...findBundleFaults(consumer.bundle, application.pages),
      ...differences({ ...run, told }),
    ];
    await page.context().close();
    return { run, problems: [...complaints, ...faults] };
  } finally {
    await Promise.all([own?.stop(), files?.close()]);
  }
}

function openFiles({ place }: Consumer, { pages }: Application): Promise<Api> {
  const usual = { headers: { "Content-Security-Policy": policy } };
  return openSite({ folder: pages, ...(place === "frame" ? framed : usual) });
}

function differences({ told, ...run }: ImportRun & { told: number }): string[] {
  return Object.entries({ ...run, told })
    .filter(([key, count]) => count !== (key === "saved" ? completeRun.saved : completeRun.shown))
    .map(([key, count]) => `${key}: ${count} rows`);
}
