// Waits for what a page draws, and tells which parts of the card have moved without being asked, as the browser reports it.
import type { Page } from "playwright";
import { expect } from "vitest";

type Recorder = { takeShifts?: () => string[] };

/** Waits until the page has drawn what it was told. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise<unknown>((resolve) => {
        requestAnimationFrame(resolve);
        // A browser that has nothing to draw owes no frame.
        setTimeout(resolve, 1_000);
      });
    }
  });
}

/** Finds nothing once the page has drawn what it was told, such as another width. `find` runs in the page. */
export async function expectNone(page: Page, find: () => string[], message: string): Promise<void> {
  await settle(page);
  await expect.poll(() => page.evaluate(find), { message }).toEqual([]);
}

/** Records every movement from the start of the page on. A part is named by its step or class; others are of the `page`. */
export async function watchShifts(page: Page, parts = "[data-step]"): Promise<void> {
  await page.addInitScript((selector) => {
    const shifts: string[] = [];
    const record = (entries: PerformanceEntryList) => {
      for (const { sources } of entries as (PerformanceEntry & { sources: { node: Node | null }[] })[]) {
        for (const { node } of sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          const part = element?.closest<HTMLElement>(selector);
          shifts.push(part ? (part.dataset.step ?? part.className) : `page ${element?.tagName}.${element?.className}`);
        }
      }
    };
    const observer = new PerformanceObserver((list) => record(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    // A busy browser hands out its entries late.
    const takeShifts = () => {
      record(observer.takeRecords());
      return [...new Set(shifts.splice(0))].sort();
    };
    Object.assign(window, { takeShifts } satisfies Recorder);
  }, parts);
}

/** What has moved since the last time. */
export async function takeShifts(page: Page): Promise<string[]> {
  await settle(page);
  return page.evaluate(() => (window as Recorder).takeShifts?.() ?? []);
}
