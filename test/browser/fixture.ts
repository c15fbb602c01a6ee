// The fixture of browser tests: one Chromium for all files of a worker, and sites and pages that close with their test.
import { test as plain } from "vitest";
import { launchChromium, openPage, type WatchedPage } from "./chromium.ts";
import { openSite } from "./site.ts";

type AfterBrowser<All> = All extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Opens a site; it closes with the test. */
export type OpenSite = typeof openSite;

/** Opens an address in a profile of its own, which closes with the test. */
export type OpenPage = (...parameters: AfterBrowser<Parameters<typeof openPage>>) => Promise<WatchedPage>;

/** Vitest's `test`, which has what a test asks for: `browser`, `openSite`, `openPage`, and the realistic `site`. */
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
  );
