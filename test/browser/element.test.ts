// The custom element from its single file, in a plain page under the strictest policy.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, expect } from "vitest";
import { bundleElement } from "../../scripts/element-bundle.mjs";
import { cardOn, manyUsers, sampleNamed } from "./card.ts";
import type { WatchedPage } from "./chromium.ts";
import { type OpenPage, type OpenSite, test } from "./fixture.ts";
import { strictPolicy } from "./policy.ts";

const folder = join(import.meta.dirname, "../../tmp/browser/element");
const pages = {
  "index.html": `<!doctype html><html lang="en"><title>Portal</title><link rel="stylesheet" href="/page.css">
    <main><import-existing-users app-id="app_demo" app-name="Acme" invalid-rows="skip"></import-existing-users></main>
    <script type="module" src="/page.js"></script>`,
  // What a page says about elements ends at the shadow root; a token and the font pass.
  "page.css": `button, h2, table { all: unset; display: none; font: 99px serif }
    body { font-family: monospace } import-existing-users { --ieu-accent: rgb(1, 2, 3) }`,
  "page.js": `
    const early = document.querySelector("import-existing-users");
    early.headers = () => ({ "X-Portal": "early" });
    window.told = [];
    for (const name of ["ieu-imported", "ieu-source-deleted", "ieu-error"])
      document.addEventListener(name, ({ type, detail, target }) => window.told.push({ type, detail, tag: target.localName }));
    await import("/element.js");
    await import("/element.js?again");`,
};

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  const files = Object.entries(pages).map(([name, text]) => writeFile(join(folder, name), text));
  await Promise.all([bundleElement(join(folder, "element.js")), ...files]);
});

test("imports, tells the page by events, saves files and undoes it, and violates nothing", async ({
  openSite,
  openPage,
}) => {
  const { page, complaints } = await openElement(openSite, openPage);
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await card.root.getByText("2 rows").first().waitFor();
  await card.upload(manyUsers(60, 5));
  await card.root.getByText("60 rows").first().waitFor();
  await card.start.click();
  await card.resultHeading.waitFor();
  await expect.poll(() => activeText(page)).toBe("Import result");
  // "Next" points the other way where the page is read from right to left.
  await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  expect(await card.root.locator(".ieu-page > .ieu-icon").first().evaluate(readScale)).toBe("-1 1");
  const download = page.waitForEvent("download");
  await card.root.getByRole("button", { name: /^Download results/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);

  const undo = card.root.getByRole("button", { name: "Undo this import" });
  await undo.click();
  await card.dialog.getByText(/Removes [\d,]+ connection/).waitFor();
  await expect.poll(() => activeText(page)).toBe("Keep source");
  await page.keyboard.press("Escape");
  await card.dialog.waitFor({ state: "detached" });
  await expect.poll(() => activeText(page)).toBe("Undo this import");
  await undo.click();
  await card.dialog.getByRole("button", { name: "Delete source" }).click();
  await card.root.getByText("This import was undone.").waitFor();

  const told = await page.evaluate<{ type: string; detail: unknown; tag: string }[]>("told");
  expect(told.map(({ type, tag }) => [type, tag])).toEqual([
    ["ieu-imported", "import-existing-users"],
    ["ieu-source-deleted", "import-existing-users"],
  ]);
  // The others are held back, as the attribute wants.
  expect(told[0]?.detail).toMatchObject({ counters: { total: 55 }, heldBack: 5 });
  expect(complaints).toEqual([]);
});

test("the page's element rules do not apply inside, its font and tokens do", async ({ openSite, openPage }) => {
  const { page } = await openElement(openSite, openPage);
  const button = cardOn(page).root.getByRole("button", { name: "Upload CSV" });
  const look = await button.evaluate((element) => {
    const { backgroundColor, fontFamily, fontSize, display } = getComputedStyle(element as unknown as Element);
    return { backgroundColor, fontFamily, fontSize, display };
  });
  expect(look).toEqual({
    backgroundColor: "rgb(1, 2, 3)",
    fontFamily: "monospace",
    fontSize: "14px",
    display: "flex",
  });
});

test("attributes and properties apply at any time, also if set before the script loaded", async ({
  openSite,
  openPage,
}) => {
  const { page } = await openElement(openSite, openPage);
  const asked = page.waitForRequest(/\/sources/);
  await page.evaluate(() => {
    const element = document.querySelector("import-existing-users");
    element?.setAttribute("theme", "dark");
    Object.assign(element ?? {}, { messages: { file: { upload: "Choose" } }, headingLevel: 4, appId: "app_other" });
  });
  expect((await asked).headers()["x-portal"]).toBe("early");
  const { root } = cardOn(page);
  await root.getByRole("button", { name: "Choose" }).waitFor();
  await root.getByRole("heading", { level: 4, name: "Import Existing Users" }).waitFor();
  await expect.poll(() => root.getAttribute("data-theme")).toBe("dark");
});

test("each theme has its colours in the element and in the card, and auto follows the system", async ({
  site,
  openSite,
  openPage,
}) => {
  const [light, dark] = ["rgb(255, 255, 255)", "rgb(20, 23, 29)"];
  const expected = [
    ["light", "light", light],
    ["light", "dark", light],
    ["dark", "light", dark],
    ["auto", "light", light],
    ["auto", "dark", dark],
  ] as const;
  const element = await openElement(openSite, openPage);
  const plain = await openPage(site.cardUrl);
  for (const { page } of [element, plain]) {
    const { root } = cardOn(page);
    await root.waitFor();
    const seen = [];
    for (const [theme, system] of expected) {
      await page.emulateMedia({ colorScheme: system });
      await page.evaluate((name) => {
        const host = document.querySelector("import-existing-users");
        if (host) host.setAttribute("theme", name);
        else document.querySelector("#import-existing-users")?.setAttribute("data-theme", name);
      }, theme);
      await expect.poll(() => root.getAttribute("data-theme")).toBe(theme);
      const background = await root.evaluate((node) => getComputedStyle(node).backgroundColor);
      seen.push([theme, system, background]);
    }
    expect(seen).toEqual(expected);
  }
});

test("a link to a field finds it inside of the shadow root", async ({ openSite, openPage }) => {
  const { page } = await openElement(openSite, openPage);
  const card = cardOn(page);
  await card.upload({ name: "odd.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\nx,1\ny,2\n") });
  const link = card.root.locator(".ieu-link").first();
  await link.click();
  await expect.poll(() => active(page)).toBe("SELECT");
});

test("a moved element keeps running, a removed one stops and starts anew when inserted again", async ({
  openSite,
  openPage,
}) => {
  const { page, complaints } = await openElement(openSite, openPage);
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await move(page, "removing");
  await move(page, "moveBefore");
  await card.previewHeading.waitFor();

  await page.route(/\/csv$/, () => {});
  const sent = page.waitForRequest(/\/csv$/);
  await card.start.click();
  await sent;
  const aborted = page.waitForEvent("requestfailed");
  await page.evaluate(() => {
    const holder = document.createElement("div");
    const element = document.querySelector("import-existing-users");
    if (element) holder.append(element);
    Object.assign(window, { holder });
  });
  expect((await aborted).failure()?.errorText).toBe("net::ERR_ABORTED");
  expect(await page.evaluate("holder.firstChild.shadowRoot.childElementCount")).toBe(0);
  await page.evaluate("document.body.append(holder)");
  await card.root.getByRole("button", { name: "Upload CSV" }).waitFor();
  expect(complaints).toEqual([]);
});

test("an element that knows no application says so where developers look, and shows nothing", async ({
  openSite,
  openPage,
}) => {
  const { page, complaints } = await openElement(openSite, openPage);
  await page.evaluate(() => document.querySelector("import-existing-users")?.removeAttribute("app-id"));
  await cardOn(page).root.waitFor({ state: "detached" });
  await expect.poll(() => complaints.join()).toContain("until it has the attribute app-id");
});

async function openElement(openSite: OpenSite, openPage: OpenPage): Promise<WatchedPage> {
  const site = await openSite({ folder, headers: { "Content-Security-Policy": strictPolicy } });
  const watched = await openPage(site.url);
  await cardOn(watched.page).savedSources.waitFor();
  return watched;
}

// As lists do that are sorted: out and in again, or in one step.
function move(page: Page, by: "removing" | "moveBefore"): Promise<void> {
  return page.evaluate((way) => {
    const element = document.querySelector("import-existing-users") as Element;
    const box = document.body.appendChild(document.createElement("div"));
    if (way === "moveBefore")
      return (box as unknown as { moveBefore(...all: unknown[]): void }).moveBefore(element, null);
    element.remove();
    box.append(element);
  }, by);
}

// Playwright's own type of an element knows nothing of styles.
function readScale(element: unknown): string {
  return getComputedStyle(element as Element).scale;
}

function activeText(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? undefined);
}

function active(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName);
}
