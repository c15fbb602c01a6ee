// The fixture of browser tests: one Chromium for all files of a worker, and sites and pages that close with their test.
import { test as plain } from "vitest";
import { type Card, cardOn } from "./card.ts";
import { launchChromium, openPage, type WatchedPage } from "./chromium.ts";
import { openSite } from "./site.ts";

type AfterFirst<All> = All extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Opens a site; it closes with the test. */
export type OpenSite = typeof openSite;

/** Opens an address in a profile of its own, which closes with the test. */
export type OpenPage = (...parameters: AfterFirst<Parameters<typeof openPage>>) => Promise<WatchedPage>;

/** Opens the card of the realistic site, as `openPage` does. */
type OpenCard = (...parameters: AfterFirst<Parameters<OpenPage>>) => Promise<WatchedPage & { readonly card: Card }>;

/** Vitest's `test`, which has what a test asks for: `browser`, `openSite`, `openPage`, the realistic `site`, and `openCard` on it. */
export const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend(
    "openSite",
    ({ onTestFinished }): OpenSite =>
      async (options) => {
        const site = await openSite(options);
        onTestFinished(() => site.close());
        return site;
      },
  )
  .extend("site", ({ openSite: open }) => open())
  .extend(
    "openPage",
    ({ browser, onTestFinished }): OpenPage =>
      async (...parameters) => {
        const watched = await openPage(browser, ...parameters);
        onTestFinished(() => watched.page.context().close());
        return watched;
      },
  )
  .extend(
    "openCard",
    ({ site, openPage: open }): OpenCard =>
      async (...parameters) => {
        const watched = await open(site.cardUrl, ...parameters);
        return { ...watched, card: cardOn(watched.page) };
      },
  );
