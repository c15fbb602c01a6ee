// Drives Firefox over WebDriver BiDi, and Chromium, through Playwright.
import { type Browser, chromium, firefox, type Page, type ElementHandle as PlaywrightElement } from "playwright";
import { chromiumArgs } from "../../scripts/find-chromium.mjs";
import { testLimit, waitLimit } from "../limits.ts";
import { type Driver, desktop, type SavedFile } from "./driver.ts";

/** Starts the browser with one page. */
export async function launchPlaywright(name: "firefox" | "chromium", executablePath: string): Promise<Driver> {
  const browser = await (name === "firefox" ? launchFirefox(executablePath) : launchChromium(executablePath));
  const context = await browser.newContext({ locale: "en-US", viewport: desktop });
  context.setDefaultTimeout(waitLimit);
  const page = await context.newPage();
  const saved: Promise<SavedFile>[] = [];
  page.on("download", (download) => {
    saved.push(download.path().then((path) => ({ name: download.suggestedFilename(), path })));
  });
  return {
    version: browser.version(),
    ...createPageMethods(page),
    savedFiles: () => Promise.all(saved),
    close: () => browser.close(),
  };
}

function createPageMethods(page: Page): Omit<Driver, "version" | "savedFiles" | "close"> {
  const toElement = (element: object) => element as PlaywrightElement<HTMLElement>;
  return {
    async open(url, size = desktop) {
      await page.setViewportSize(size);
      // A second visit of the same address would only move to the fragment.
      await page.goto("about:blank");
      await page.goto(url);
    },
    run: (source, ...parameters) => page.evaluate(toCall(source, parameters)),
    async find(source, ...parameters) {
      const element = (await page.evaluateHandle(toCall(source, parameters))).asElement();
      if (!element) throw new Error(`no element: ${source.slice(0, 200)}`);
      return element;
    },
    click: (element) => toElement(element).click(),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    chooseFile: (input, path) => toElement(input).setInputFiles(path),
    async chooseFileByButton(button, _input, path) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), toElement(button).click()]);
      await chooser.setFiles(path);
    },
    selectOption: async (select, label) => void (await toElement(select).selectOption({ label })),
    saveScreenshot: async (path) => void (await page.screenshot({ path })),
  };
}

function toCall(source: string, parameters: readonly unknown[]): string {
  return `(${source}).apply(null, ${JSON.stringify(parameters)})`;
}

function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: chromiumArgs, timeout: testLimit });
}

async function launchFirefox(executablePath: string): Promise<Browser> {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath,
    timeout: testLimit,
    // The panel that shows a download takes the focus from the page.
    firefoxUserPrefs: { "browser.download.alwaysOpenPanel": false },
  });
  adaptToFirefox(browser);
  return browser;
}

interface BidiMessage {
  readonly method?: string;
  readonly params: { url?: string; download?: string };
}

interface BidiSession {
  send(this: BidiSession, method: string, parameters: unknown): Promise<unknown>;
  dispatchMessage(this: BidiSession, message: BidiMessage): unknown;
}

// Playwright 1.65 sends a command that Firefox 153 does not know, and reads an id that it does not send. Both are private
// parts of Playwright, so a newer version may need another adaptation, or none.
function adaptToFirefox(browser: Browser): void {
  const { _connection: connection } = browser as unknown as {
    _connection: { toImpl(browser: Browser): { _browserSession: BidiSession } };
  };
  const session = Object.getPrototypeOf(connection.toImpl(browser)._browserSession) as BidiSession;
  const { send, dispatchMessage } = session;
  session.send = function (method, parameters) {
    return method === "emulation.setMediaFeaturesOverride" ? Promise.resolve({}) : send.call(this, method, parameters);
  };
  session.dispatchMessage = function (message) {
    const { method = "", params } = message;
    if (method.startsWith("browsingContext.download") && params.url) params.download ??= params.url;
    return dispatchMessage.call(this, message);
  };
}
