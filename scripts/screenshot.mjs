// Takes docs/card.png, the picture in the README: the card with 10,000 results, in the built demo.
import { join } from "node:path";
import buildDemo from "../test/browser/build-demo.ts";
import { cardOn, sampleNamed } from "../test/browser/card.ts";
import { launchChromium, openPage } from "../test/browser/chromium.ts";
import { openSite } from "../test/browser/site.ts";

await buildDemo();
const site = await openSite();
const browser = await launchChromium();
const { page } = await openPage(browser, site.cardUrl, { deviceScaleFactor: 1.5, colorScheme: "light" });
const card = cardOn(page);
await card.sourceName.fill("User Export 2026-05-03");
await card.review(sampleNamed("full-export.csv"));
await card.start.click();
await card.resultHeading.waitFor();
await card.source("User Export 2026-05-03").waitFor();
// The portal's bar stays on top of whatever is photographed below it.
await page.addStyleTag({ content: ".top-bar { position: static !important }" });
// The focus ring belongs to whoever uses the card, not to its picture.
await page.mouse.click(1, 1);
await card.root.screenshot({ path: join(import.meta.dirname, "../docs/card.png"), animations: "disabled" });
await browser.close();
await site.close();
