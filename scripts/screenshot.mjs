// Takes the screenshots in docs/pictures for the README: the card in its main states, in the light and the dark theme.
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import buildDemo from "../test/browser/build-demo.ts";
import { cardOn, sampleNamed } from "../test/browser/card.ts";
import { launchChromium, openPage } from "../test/browser/chromium.ts";
import { openSite } from "../test/browser/site.ts";

const folder = join(import.meta.dirname, "../docs/pictures");
const maxBytes = 250_000;
// Selectors of the parts that a picture hides.
const hiddenParts = {
  file: "",
  columns: '[data-step="file"], [data-step="sources"], [data-step="help"], .ieu-preview, .ieu-footer',
  check: '[data-step="file"], [data-step="sources"], [data-step="help"], .ieu-mapping',
  preview: '[data-step="file"], [data-step="sources"], [data-step="help"]',
  result: '[data-step="sources"], [data-step="help"]',
};
const sourceName = "User Export 2026-05-03";

await mkdir(folder, { recursive: true });
await buildDemo();
const browser = await launchChromium();
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  await takeAll(colorScheme);
}
await browser.close();

/** @param {"light" | "dark"} colorScheme */
async function takeAll(colorScheme) {
  const site = await openSite();
  const { page } = await openPage(browser, site.cardUrl, {
    colorScheme,
    // Low, because a table is as high as the window allows.
    viewport: { width: 1280, height: 620 },
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
  });
  const card = cardOn(page);
  // A sticky bar would cover parts of the card.
  await page.addStyleTag({ content: ".top-bar, .ieu-footer { position: static !important }" });
  await card.source("User Export 2026-04-01").waitFor();
  await card.sourceName.fill(sourceName);
  await take("file");

  await card.review(sampleNamed("crm-export.csv"));
  await take("columns");
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  await take("preview");

  await card.review(sampleNamed("full-export.csv"));
  await card.root.getByRole("button", { name: "Leave as it is" }).first().click();
  await card.root.getByRole("button", { name: "Check against accounts" }).click();
  await card.root
    .getByText(/nothing was written/)
    .first()
    .waitFor();
  await take("check");
  await card.start.click();
  await card.resultHeading.waitFor();
  await card.source(sourceName).waitFor();
  await take("result");

  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.getByText(/Removes [\d,]+ connections/).waitFor();
  // The page would show through at the dialog's rounded corners.
  const alone = "body :not(:has(dialog), dialog, dialog *) { visibility: hidden !important }";
  await card.dialog.screenshot({ ...picture("delete"), style: alone });
  await Promise.all([...Object.keys(hiddenParts), "delete"].map(checkSize));
  await page.context().close();
  await site.close();

  /** @param {keyof typeof hiddenParts} name */
  async function take(name) {
    // Removes the focus, so that no focus ring is in the picture.
    await page.mouse.click(1, 1);
    const style = hiddenParts[name] && `${hiddenParts[name]} { display: none !important }`;
    await card.root.screenshot({ ...picture(name), style });
  }

  /** @param {string} name */
  async function checkSize(name) {
    const { path } = picture(name);
    const { size } = await stat(path);
    if (size > maxBytes) throw new Error(`${path} has ${size} bytes; the limit is ${maxBytes}.`);
  }

  /** @param {string} name */
  function picture(name) {
    return { path: join(folder, `${name}-${colorScheme}.png`), animations: /** @type {const} */ ("disabled") };
  }
}
