// Drives the card as a careful person does who follows what it says, and writes down what it claims.
import { readFile } from "node:fs/promises";
import papaparse from "papaparse";
import type { Locator, Page } from "playwright";
import { type Card, cardOn, type Upload } from "../../test/browser/card.ts";

/** A row of the downloaded results. */
export interface ReportedRow {
  /** As a spreadsheet numbers it. */
  readonly number: number;
  readonly externalUserId: string;
  readonly email: string;
  /** Empty where it is not known. */
  readonly status: string;
}

/** What the card showed at the end of an import. */
export interface ShownResult {
  /** Users newly connected. */
  readonly connected: number;
  /** Counts by the shown name of the status. */
  readonly bar: Readonly<Record<string, number>>;
  /** True where it says that only the counts are known. */
  readonly isCountsOnly: boolean;
  readonly rows: readonly ReportedRow[];
}

/** A statement of the card while it works. */
export type Claim = "nothing saved" | "deleted" | "not deleted";

export interface Driver {
  /** Imports the file. Null if the card showed no result, and the source was found under Saved sources. */
  importFile(name: string, upload: Upload): Promise<ShownResult | null>;
  /** Deletes the source by the list. */
  deleteSource(name: string): Promise<void>;
}

const mostSteps = 40;

/** Creates the driver; `claim` is called with each statement at once. */
export function createDriver(page: Page, claim: (claim: Claim) => Promise<void>): Driver {
  const card = cardOn(page);
  const settle = watchRequests(page);

  async function importFile(name: string, upload: Upload): Promise<ShownResult | null> {
    await card.sourceName.fill(name);
    await card.review(upload);
    await card.start.click();
    for (let step = 0; step < mostSteps; step += 1) {
      const end = card.root.and(page.locator('[data-status="finished"], [data-status="failed"]'));
      await end.waitFor();
      if ((await card.root.getAttribute("data-status")) === "finished") return readResult(page, card);
      if (await isSavedByList(name)) return null;
    }
    throw new Error(`The import does not end: ${await card.root.locator('[data-step="failure"]').innerText()}`);
  }

  // Follows the advice of the failure, and tries again where the source is not listed.
  async function isSavedByList(name: string): Promise<boolean> {
    const failure = card.root.locator('[data-step="failure"]');
    const text = await failure.innerText();
    if (text.includes("Nothing was saved.")) await claim("nothing saved");
    const check = button(failure, "Check Saved sources");
    if (await check.isVisible()) {
      await check.click();
      if (await isListed(name)) return true;
    }
    const retry = button(failure, "Try again");
    if (await retry.isVisible()) await retry.click();
    else {
      await button(failure, "Back to preview").click();
      await card.start.click();
    }
    return false;
  }

  async function isListed(name: string): Promise<boolean> {
    for (let step = 0; step < mostSteps; step += 1) {
      await settle();
      const again = button(card.root.locator('[data-step="sources"]'), "Load again");
      if (!(await again.isVisible())) return (await card.source(name).count()) > 0;
      await again.click();
    }
    throw new Error("The list can't be loaded.");
  }

  // A list that fails after the import still shows what was there before; the client asks again by itself, or the person does.
  async function waitUntilListed(name: string): Promise<void> {
    for (let step = 0; step < mostSteps; step += 1) {
      if (await isListed(name)) return;
      await page.waitForTimeout(250);
    }
    throw new Error("The list never shows the source.");
  }

  async function deleteSource(name: string): Promise<void> {
    await waitUntilListed(name);
    const notice = card.root.locator('[data-step="sources"] .ieu-live');
    for (let step = 0; step < mostSteps && (await isListed(name)); step += 1) {
      await button(card.source(name), "Delete source").click();
      await button(card.dialog, "Delete source").click();
      await settle();
      if ((await card.dialog.count()) > 0) {
        if ((await card.dialog.innerText()).includes("Nothing was removed.")) await claim("not deleted");
        await button(card.dialog, "Keep source").click();
      } else if ((await notice.innerText()).includes("was deleted")) return claim("deleted");
    }
    await claim("deleted");
  }

  return { importFile, deleteSource };
}

function button(inside: Locator, name: string | RegExp): Locator {
  return inside.getByRole("button", { name, exact: true });
}

// Waits until no request is under way, and none follows: the card's own waits are shorter. The time is the page's own, in which
// its timers run too, however busy the machine is.
function watchRequests(page: Page): () => Promise<void> {
  const running = new Set<unknown>();
  let seen = 0;
  page.on("request", (request) => {
    running.add(request);
    seen += 1;
  });
  for (const event of ["requestfinished", "requestfailed"] as const) {
    page.on(event as "requestfinished", (request) => {
      running.delete(request);
      seen += 1;
    });
  }
  return async () => {
    for (let before = -1; before !== seen || running.size > 0 || (await isBusy(page)); ) {
      before = seen;
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    }
  };
}

function isBusy(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    return [...document.querySelectorAll("#import-existing-users, dialog")].some((box) =>
      /Loading saved sources|Deleting…/.test(box.textContent ?? ""),
    );
  });
}

async function readResult(page: Page, card: Card): Promise<ShownResult> {
  const result = card.root.locator('[data-step="result"]');
  const headline = await result.locator(".ieu-headline").innerText();
  const bar = (await result.locator(".ieu-bar").first().getAttribute("aria-label")) ?? "";
  const text = await result.innerText();
  return {
    connected: Number.parseInt(headline, 10) || 0,
    bar: readBar(bar),
    isCountsOnly: text.includes("Only its counts are known"),
    rows: await downloadRows(page, button(result, /^Download results/)),
  };
}

// Without rows there is nothing to download.
async function downloadRows(page: Page, save: Locator): Promise<ReportedRow[]> {
  if ((await save.count()) === 0) return [];
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  return readRows(await readFile(await download.path(), "utf8"));
}

// "8 imported, 2 already connected, and 1 invalid row"
function readBar(text: string): Record<string, number> {
  const parts = [...text.matchAll(/(\d+) ([a-z ]+?)(?=,|$| and )/g)];
  return Object.fromEntries(parts.map(([, count, label]) => [label ?? "", Number(count)]));
}

function readRows(text: string): ReportedRow[] {
  const { data } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, "").trim());
  return data.slice(1).map(([number, externalUserId = "", email = "", , , , status = ""]) => {
    return { number: Number(number), externalUserId, email, status };
  });
}
