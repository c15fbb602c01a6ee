// Measures the response time of the table: filter, search, sort and paging over 10,000 rows, 500 of them with problems.
import { parseArgs } from "node:util";
import type { Locator, Page } from "playwright";
import { demoUser } from "../mock-server/index.ts";
import { userFields } from "../src/contract/fields.ts";
import { stringify } from "../src/csv/index.ts";
import buildDemo from "../test/browser/build-demo.ts";
import { cardOn, type Upload } from "../test/browser/card.ts";
import { launchChromium, openPage } from "../test/browser/chromium.ts";
import { openSite } from "../test/browser/site.ts";
import { waitLimit } from "../test/limits.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    throttle: { type: "string", default: "1" },
    /** Exits with 1 if the median of any interaction is above this, in milliseconds. */
    most: { type: "string" },
  },
});

/** Milliseconds up to which a response feels instant: https://web.dev/articles/rail */
const noticeable = 50;

interface Interaction {
  readonly name: string;
  /** The action and its reversal, so that each round ends in the state it began in. */
  readonly steps: readonly (() => Promise<number>)[];
}

await buildDemo();
const site = await openSite();
const browser = await launchChromium();
const slow = await measureAll();
await browser.close();
await site.close();
if (slow.length > 0) {
  console.error(`\nToo slow, over ${values.most} ms: ${slow.join(", ")}`);
  process.exitCode = 1;
}

async function measureAll(): Promise<string[]> {
  const { page } = await openPage(browser, site.cardUrl);
  const session = await page.context().newCDPSession(page);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await card.review(toUpload());
  await card.root.getByRole("button", { name: "With problems 500" }).waitFor();
  await session.send("Emulation.setCPUThrottlingRate", { rate: Number(values.throttle) });
  const rounds = Number(values.rounds);
  console.log(
    `10,000 rows, 500 with problems; built demo in Chromium, ${rounds} rounds, from the click to the frame that`,
  );
  console.log("shows the change. The empty click changes nothing: the cost of a frame.\n");
  const empty = await repeat(rounds, toEmpty(page));
  const review = await report("Preview", page, "With problems", empty, rounds);
  await card.start.click();
  await card.resultHeading.waitFor();
  const result = await report("Import result", page, "invalid row", empty, rounds);
  await page.context().close();
  return [...review, ...result];
}

async function report(title: string, page: Page, chip: string, empty: number[], rounds: number): Promise<string[]> {
  const tooSlow: string[] = [];
  console.log(`${title.padEnd(26)}median       max   × an empty click (${median(empty).toFixed(0)} ms)`);
  for (const interaction of interactionsOf(page, chip)) {
    const times = await repeat(rounds, interaction);
    const [middle, most] = [median(times), Math.max(...times)];
    const note = middle >= noticeable ? `  ${noticeable} ms or more` : "";
    const ratio = (middle / median(empty)).toFixed(1);
    console.log(`  ${interaction.name.padEnd(22)}${cell(middle)}${cell(most)}   ${ratio.padStart(4)}${note}`);
    if (values.most !== undefined && middle > Number(values.most)) tooSlow.push(`${title}, ${interaction.name}`);
  }
  console.log("");
  return tooSlow;
}

function interactionsOf(page: Page, chip: string): Interaction[] {
  const root = page.locator("#import-existing-users .ieu-data").first();
  const button = (name: string | RegExp) => root.getByRole("button", { name });
  const filter = (name: RegExp) => page.locator("#import-existing-users .ieu-chips").getByRole("button", { name });
  const search = root.getByRole("searchbox");
  const email = root.getByRole("columnheader", { name: "Email" }).getByRole("button");
  const click = (locator: Locator) => () => time(locator, null);
  const type = (text: string) => () => time(search, text);
  return [
    { name: "filter, and back", steps: [click(filter(new RegExp(`^${chip}`))), click(filter(/^All \d/))] },
    { name: "search a name, clear", steps: [type("mar"), type("")] },
    { name: "search, one row", steps: [type("person.4711@"), type("")] },
    { name: "sort by email", steps: [click(email), click(email), click(email)] },
    { name: "page, and back", steps: [click(button("Next page")), click(button("Previous page"))] },
    { name: "last page, first", steps: [click(button("Last page")), click(button("First page"))] },
  ];
}

function toEmpty(page: Page): Interaction {
  const title = page.locator("#import-existing-users .ieu-title");
  return { name: "empty click", steps: [() => time(title, null, true)] };
}

async function repeat(rounds: number, { steps }: Interaction): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const step of steps) times.push(await step());
  }
  return times;
}

/** Milliseconds from the click or input to the end of the first frame in which the table has changed. */
function time(locator: Locator, text: string | null, isEmpty = false): Promise<number> {
  return locator.evaluate(
    (element, { text, isEmpty, limit }) => {
      const look = () => {
        const box = document.querySelector("#import-existing-users .ieu-data");
        const sorted = box?.querySelector("[aria-sort]");
        const parts = [box?.querySelector(".ieu-body .ieu-row"), box?.querySelector(".ieu-pager"), sorted];
        return `${parts.map((part) => part?.textContent)} ${sorted?.getAttribute("aria-sort")}`;
      };
      return new Promise<number>((resolve, reject) => {
        const before = isEmpty ? null : look();
        // Starts at the beginning of a frame, so that the wait for the next frame is the same for all.
        requestAnimationFrame(() => {
          const start = performance.now();
          if (text === null) (element as HTMLElement).click();
          else {
            const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
            setValue?.call(element, text);
            element.dispatchEvent(new Event("input", { bubbles: true }));
          }
          function afterFrame(): void {
            if (performance.now() - start > limit) reject(new Error("The table does not change."));
            else if (before === look()) requestAnimationFrame(afterFrame);
            else setTimeout(() => resolve(performance.now() - start));
          }
          requestAnimationFrame(afterFrame);
        });
      });
    },
    { text, isEmpty, limit: waitLimit },
  );
}

function toUpload(): Upload {
  const records = Array.from({ length: 10_000 }, (_, index) => {
    // Every 20th row is invalid.
    const at = index % 20 === 7 ? " at " : "@";
    return [
      `legacy_${index}`,
      `person.${index}${at}example.com`,
      demoUser(index).name ?? "",
      "2024-01-10",
      "2026-05-01",
    ];
  });
  const text = stringify([userFields.map(({ header }) => header), ...records]);
  return { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function cell(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`.padStart(8).padEnd(10);
}
