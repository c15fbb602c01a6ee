// A real Chromium, and pages in it that remember everything the browser complained about.
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright";
import { chromiumArgs, findChromium } from "../../scripts/find-chromium.mjs";
import { testLimit, waitLimit } from "../limits.ts";

/** A page, and what went wrong in it: console errors and warnings, uncaught errors, refused by the page's policy. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** Starts the browser; close it after the tests. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: chromiumArgs, timeout: testLimit, ...(executablePath && { executablePath }) });
}

/** Opens an address in a fresh profile: no storage, no service worker, no cache of another test. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    // Frames of animations that nobody looks at take most of the processor while a test waits.
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(waitLimit);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    // The browser's own note on every 4xx and 5xx: the failures are ordered here.
    if (message.text().startsWith("Failed to load resource")) return;
    complaints.push(`${message.type()}: ${message.text()}`);
  });
  await page.exposeFunction("reportViolation", (text: string) => complaints.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sample } = event;
      void (window as unknown as { reportViolation: (text: string) => void }).reportViolation(
        `${violatedDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  await prepare(page);
  await page.goto(url);
  return { page, complaints };
}
