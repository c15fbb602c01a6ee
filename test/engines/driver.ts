// The operations that each browser driver offers, whether it speaks Playwright's protocol or WebDriver's.

import { waitLimit } from "../limits.ts";

/** A handle to an element in the page; only the driver that gave it can use it. */
export type ElementHandle = object;

/** A file that the browser saved. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
}

/** One page in one browser. Functions run in the page are given as source text, because WebDriver sends text. */
export interface Driver {
  readonly version: string;
  /** Loads the address in a viewport of this size, in CSS pixels. */
  open(url: string, size?: { readonly width: number; readonly height: number }): Promise<void>;
  /** Calls a function in the page; its result must be JSON. */
  run(source: string, ...parameters: unknown[]): Promise<unknown>;
  /** Calls a function in the page that returns an element. */
  find(source: string, ...parameters: unknown[]): Promise<ElementHandle>;
  click(element: ElementHandle): Promise<void>;
  /** Presses a key, or keys held together: `ControlOrMeta+a`. */
  press(keys: string): Promise<void>;
  /** Types into the focused element; a line break is Enter. */
  type(text: string): Promise<void>;
  chooseFile(input: ElementHandle, path: string): Promise<void>;
  /** Clicks a button that opens the file chooser, and chooses the file there. */
  chooseFileByButton(button: ElementHandle, input: ElementHandle, path: string): Promise<void>;
  selectOption(select: ElementHandle, label: string): Promise<void>;
  saveScreenshot(path: string): Promise<void>;
  savedFiles(): Promise<readonly SavedFile[]>;
  close(): Promise<void>;
}

/** The viewport of a desktop, in CSS pixels. */
export const desktop = { width: 1280, height: 900 };

/** Resolves after this many milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until there is an answer; throws an error that names what was waited for. */
export async function waitUntil<T>(what: string, ask: () => Promise<T>, limit = waitLimit): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`never seen: ${what}`);
    await pause(50);
  }
}
