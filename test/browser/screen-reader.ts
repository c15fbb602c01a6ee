// A virtual screen reader in a page: what it says by itself, and what it reads aloud from top to bottom.
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { expect } from "vitest";

/** The part of the reader's interface that is used here; it lies in the page. */
interface Reader {
  readonly activeNode: Node | null;
  start(options: { readonly container: Element }): Promise<void>;
  stop(): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
}

declare global {
  interface Window {
    screenReader: Reader;
  }
}

const source = fileURLToPath(import.meta.resolve("@guidepup/virtual-screen-reader/browser.js"));

/** Puts the reader into the page. */
export async function addScreenReader(page: Page): Promise<void> {
  await page.route("**/screen-reader.js", (route) => route.fulfill({ path: source, contentType: "text/javascript" }));
  await page.evaluate(() => {
    // The reader asks a dialog that was removed for it, and would miss what is announced next.
    Object.assign(Element.prototype, { getElementById: () => null });
  });
  const content = 'import { virtual } from "/screen-reader.js"; window.screenReader = virtual;';
  await page.addScriptTag({ type: "module", content });
  await page.waitForFunction("window.screenReader");
}

/** With these the reader has said everything: the phrase for the last focus, and the begin of the last announcement. */
interface Ends {
  readonly focus: string;
  readonly polite: string | null;
}

/**
 * What the reader says while this happens: where the focus goes, then what the live regions announce. Each of the two is
 * in order; which of them a reader says first depends on when the browser tells it.
 */
export async function listenTo(page: Page, act: () => Promise<unknown>, ends: Ends): Promise<string[]> {
  await page.evaluate(() => window.screenReader.start({ container: document.body }));
  await act();
  await waitForPhrase(page, ends.focus);
  if (ends.polite !== null) await waitForPhrase(page, ends.polite);
  const log = await page.evaluate(async () => {
    const phrases = [...(await window.screenReader.spokenPhraseLog())];
    await window.screenReader.stop();
    return phrases;
  });
  // The first is the page itself.
  const [focused, announced] = [log.slice(1).filter((phrase) => !isPolite(phrase)), log.filter(isOfAnyMachine)];
  return [...upTo(focused, ends.focus), ...(ends.polite === null ? [] : upTo(announced, `polite: ${ends.polite}`))];
}

/** Waits until the reader has said this phrase, or has announced something that begins with it. */
export async function waitForPhrase(page: Page, text: string): Promise<void> {
  // From out here, because Playwright's `waitForFunction` does not wait for what a promise gives.
  const readLog = () => page.evaluate(async () => [...(await window.screenReader.spokenPhraseLog())]);
  const wasSaid = (phrase: string) => phrase === text || phrase.startsWith(`polite: ${text}`);
  await expect.poll(async () => (await readLog()).some(wasSaid)).toBe(true);
}

// A slow machine says also that the answer is waited for.
function isOfAnyMachine(phrase: string): boolean {
  return isPolite(phrase) && !phrase.startsWith("polite: Waiting for the server's answer");
}

function isPolite(phrase: string): boolean {
  return phrase.startsWith("polite: ");
}

// Each record of one change is said; platforms announce a region once.
function upTo(phrases: readonly string[], last: string): string[] {
  const once = phrases.filter((phrase, index) => phrase !== phrases[index - 1]);
  return once.slice(0, once.findIndex((phrase) => phrase === last || (isPolite(last) && phrase.startsWith(last))) + 1);
}

/** All that the reader says from the top to the bottom of an element, once the element shows these texts. */
export async function readAloud(page: Page, selector: string, ...shown: readonly string[]): Promise<string[]> {
  for (const text of shown) await page.locator(selector).getByText(text).first().waitFor();
  const phrases = await page.evaluate(async (container) => {
    const element = document.querySelector(container);
    if (!element) throw new Error(`There is no ${container}.`);
    // The reader does not know that a closed <details> hides its content.
    for (const hidden of element.querySelectorAll("details:not([open]) > :not(summary)"))
      hidden.setAttribute("aria-hidden", "true");
    await window.screenReader.start({ container: element });
    const first = window.screenReader.activeNode;
    const said = [await window.screenReader.lastSpokenPhrase()];
    for (;;) {
      await window.screenReader.next();
      const phrase = await window.screenReader.lastSpokenPhrase();
      // After the end it begins again.
      if (window.screenReader.activeNode === first && phrase === said[0]) break;
      said.push(phrase);
    }
    await window.screenReader.stop();
    return said;
  }, selector);
  return phrases.filter((phrase) => !isFraming(phrase));
}

// Ends, wrappers of text, and the options of closed lists say nothing that a transcript needs.
function isFraming(phrase: string): boolean {
  return /^(?:end of .*|option, .*|paragraph|code|strong|time|generic)$/s.test(phrase);
}
