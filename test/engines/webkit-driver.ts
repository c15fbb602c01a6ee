// Drives WebKitGTK's MiniBrowser through WebKitWebDriver, over the classic WebDriver protocol (W3C).
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { findFreePort } from "../free-port.ts";
import { type Driver, desktop, waitUntil } from "./driver.ts";

/** Sends one WebDriver command and gives its value. */
type Send = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

/** Starts the browser with one page, on an X server of its own. */
export async function launchWebKit(binary: string): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), "ieu-webkit-"));
  const port = await findFreePort();
  const webDriver = startWebDriver(port, home);
  const send = createSender(`http://127.0.0.1:${port}`);
  await waitUntil("WebKitWebDriver", () => send("GET", "/status").catch(() => null));
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } };
  const session = (await send("POST", "/session", { capabilities })) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  const inSession: Send = (method, path, body) => send(method, `/session/${session.sessionId}${path}`, body);
  return {
    version: session.capabilities.browserVersion,
    ...createPageMethods(inSession),
    savedFiles: async () => listSavedFiles(home),
    async close() {
      await inSession("DELETE", "").catch(() => {});
      if (webDriver.pid) process.kill(-webDriver.pid);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function startWebDriver(port: number, home: string) {
  const env = {
    ...process.env,
    HOME: home,
    XDG_DOWNLOAD_DIR: home,
    // Containers have no graphics card and no accessibility bus.
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    GTK_A11Y: "none",
    NO_AT_BRIDGE: "1",
    LANG: "C.UTF-8",
  };
  const parameters = ["-a", "-s", "-screen 0 1500x1100x24", "WebKitWebDriver", `--port=${port}`];
  // A process group of its own, so that the X server and the browser end with it.
  return spawn("xvfb-run", parameters, { env, detached: true, stdio: "ignore" });
}

function createSender(address: string): Send {
  return async (method, path, body) => {
    const response = await fetch(address + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

function listSavedFiles(home: string) {
  const folders = [home, join(home, "Downloads")].filter(existsSync);
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => ({ name, path: join(folder, name) })),
  );
}

// Key values of WebDriver, by the names that Playwright gives them.
const keyValues: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  ControlOrMeta: "\uE009",
  Escape: "\uE00C",
  End: "\uE010",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  F2: "\uE032",
  Space: " ",
};

// What MiniBrowser's own border and bar add to the page's height, in CSS pixels.
const windowBar = 38;

// MiniBrowser's window is never narrower than its bar of buttons.
const minWindowWidth = 460;

function createPageMethods(send: Send): Omit<Driver, "version" | "savedFiles" | "close"> {
  const run: Driver["run"] = (source, ...parameters) =>
    send("POST", "/execute/sync", { script: `return (${source}).apply(null, arguments)`, args: parameters });
  const find: Driver["find"] = async (source, ...parameters) => (await run(source, ...parameters)) as object;
  const click: Driver["click"] = async (element) => void (await send("POST", `/element/${idOf(element)}/click`, {}));
  const pressKeys = async (actions: readonly KeyAction[]) =>
    void (await send("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] }));
  const chooseFile: Driver["chooseFile"] = async (input, path) =>
    void (await send("POST", `/element/${idOf(input)}/value`, { text: path }));
  return {
    async open(url, size = desktop) {
      await send("POST", "/frame", { id: null });
      await send("POST", "/url", { url: "about:blank" });
      await send("POST", "/window/rect", { x: 0, y: 0, width: size.width, height: size.height + windowBar });
      if (size.width >= minWindowWidth) await send("POST", "/url", { url });
      else await openInFrame(send, run, url, size);
    },
    run,
    find,
    click,
    press: (keys) => pressKeys(toChord(keys.split("+").map((name) => keyValues[name] ?? name))),
    type: (text) => pressKeys([...text].flatMap((letter) => toChord([letter === "\n" ? "\uE007" : letter]))),
    chooseFile,
    // WebDriver can't answer a file chooser: that the button opens one is observed, and the input is filled.
    async chooseFileByButton(button, input, path) {
      await run(countClicks, input);
      await click(button);
      if ((await run("() => window.clicksOnInput")) !== 1) throw new Error("the button opened no file chooser");
      await chooseFile(input, path);
    },
    async selectOption(select, label) {
      await click(
        await find("(list, label) => [...list.options].find((option) => option.label === label)", select, label),
      );
    },
    async saveScreenshot(path) {
      writeFileSync(path, Buffer.from((await send("GET", "/screenshot")) as string, "base64"));
    },
  };
}

const countClicks = `(input) => {
  window.clicksOnInput = 0;
  const count = (event) => { window.clicksOnInput += 1; event.preventDefault(); };
  input.addEventListener("click", count, { once: true });
}`;

// A frame can be narrower than the window, and its size is the viewport of the page inside.
async function openInFrame(send: Send, run: Driver["run"], url: string, size: { width: number; height: number }) {
  await send("POST", "/url", { url: new URL("/complaints.js", url).href });
  const frame = await run(
    `(url, width, height) => {
      const frame = Object.assign(document.createElement("iframe"), { src: url, width, height });
      frame.style.border = 0;
      document.body.replaceChildren(frame);
      return frame;
    }`,
    url,
    size.width,
    size.height,
  );
  await send("POST", "/frame", { id: frame });
}

interface KeyAction {
  readonly type: "keyDown" | "keyUp";
  readonly value: string;
}

function toChord(values: readonly string[]): KeyAction[] {
  return [
    ...values.map((value) => ({ type: "keyDown", value }) as const),
    ...values.toReversed().map((value) => ({ type: "keyUp", value }) as const),
  ];
}

function idOf(element: object): string {
  return String(Object.values(element)[0]);
}
