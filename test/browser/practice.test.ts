// The screen that the card practises with cannot be seen, reached, found or heard, and leaves nothing behind.
import type { Page } from "playwright";
import { expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

interface Look {
  readonly isInert: boolean;
  readonly isHidden: boolean;
  readonly height: number;
  readonly elements: number;
  /** Elements that can be seen, found by an id or a role, or heard. */
  readonly found: readonly string[];
  readonly hasFocus: boolean;
  readonly takesSpace: boolean;
  /** Elements around cells with a custom property of their own: every cell inherits it, and is styled again when it changes. */
  readonly tokens: readonly string[];
}

// The card ends far below it.
const smallWindow = { viewport: { width: 1280, height: 500 } };

test("for a page, its user and a screen reader it does not exist", async ({ site, openPage }) => {
  const requests: string[] = [];
  const { page, complaints } = await openPage("about:blank", smallWindow, watchPractice);
  page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await expect.poll(() => page.evaluate(() => window.practice?.isOver)).toBe(true);
  const looks = await page.evaluate(() => window.practice?.looks ?? []);
  expect(looks.length).toBeGreaterThan(0);
  for (const look of looks) {
    expect(look).toEqual({
      isInert: true,
      isHidden: true,
      height: 0,
      elements: expect.any(Number),
      found: [],
      hasFocus: false,
      takesSpace: false,
      tokens: [],
    } satisfies Look);
    expect(look.elements).toBeGreaterThan(100);
  }
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(await page.evaluate(() => window.practice?.scrolls)).toBe(0);
  // Styles that browsers remember are only of use to elements that inherit the same ones.
  expect(new Set(await page.evaluate(() => window.practice?.laidOut))).toEqual(new Set(["visible"]));
  expect(requests.filter((request) => /POST|PUT|DELETE|\/csv/.test(request))).toEqual([]);
  // The real file comes afterwards, as ever.
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  expect(await page.evaluate(() => document.querySelector("[data-practice]"))).toBeNull();
  expect(complaints).toEqual([]);
});

declare global {
  interface Window {
    practice?: { readonly looks: Look[]; isOver: boolean; scrolls: number; readonly laidOut: string[] };
  }
}

async function watchPractice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Nothing is practised on a low battery, which the machine may have.
    Object.defineProperty(navigator, "getBattery", { value: undefined });
    const scrollIntoView = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (options) {
      if (this.closest("[data-practice]")) practice.scrolls += 1;
      scrollIntoView.call(this, options);
    };
    const getBoundingClientRect = Element.prototype.getBoundingClientRect;
    Element.prototype.getBoundingClientRect = function () {
      if (this instanceof HTMLElement && this.matches("[data-practice]") && !this.inert)
        practice.laidOut.push(
          ...Array.from(this.querySelectorAll("h2, h3, td"), (one) => getComputedStyle(one).visibility),
        );
      return getBoundingClientRect.call(this);
    };
    const scrollSize = () => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return `${scrollWidth} ${scrollHeight}`;
    };
    const practice = { looks: [] as Look[], isOver: false, scrolls: 0, laidOut: [] as string[] };
    window.practice = practice;
    const named = "[id], [name], [role], [aria-live], [aria-label], [data-step], [data-start], [href]";
    const look = () => {
      const box = document.querySelector<HTMLElement>("[data-practice]");
      if (box) {
        const size = scrollSize();
        box.style.display = "none";
        const sizeWithout = scrollSize();
        box.style.display = "";
        const all = [...box.querySelectorAll("*")];
        const isSeen = (one: Element) => one.matches(named) || one.checkVisibility({ visibilityProperty: true });
        practice.looks.push({
          isInert: box.inert,
          isHidden: box.ariaHidden === "true" && getComputedStyle(box).visibility === "hidden",
          height: box.getBoundingClientRect().height,
          elements: all.length,
          found: all.filter(isSeen).map((one) => one.outerHTML.slice(0, 200)),
          hasFocus: box.contains(document.activeElement),
          takesSpace: size !== sizeWithout,
          tokens: all
            .filter((one) => one.matches('[style^="--"]:has(td), [style*=" --"]:has(td)'))
            .map((one) => one.className),
        });
      } else if (practice.looks.length > 0) practice.isOver = true;
      requestAnimationFrame(look);
    };
    // A frame's own callbacks run before it is painted: nothing that is cleaned up before can be seen.
    requestAnimationFrame(look);
  });
}
