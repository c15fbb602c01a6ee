// Checks every story of a built Storybook with axe, target size included, also those that a test run leaves out; prints each finding.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { launchChromium, openPage } from "../test/browser/chromium.ts";
import { openSite } from "../test/browser/site.ts";

const folder = join(import.meta.dirname, "../storybook-static");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** @type {{ entries: Record<string, { id: string, type: string }> }} */
const { entries } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
const ids = Object.values(entries).flatMap(({ id, type }) => (type === "story" ? [id] : []));

const site = await openSite({ folder });
const browser = await launchChromium();
const { page } = await openPage(browser, "about:blank");
const findings = [];
for (const id of ids) findings.push(...(await check(id)));
await browser.close();
await site.close();
for (const finding of findings) console.log(finding);
console.log(`${ids.length} stories, ${findings.length} findings.`);
process.exitCode = findings.length === 0 ? 0 : 1;

/** @param {string} id */
async function check(id) {
  const width = id.includes("narrowest") ? 320 : id.includes("phone") ? 360 : 1280;
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${site.url}/iframe.html?id=${id}&viewMode=story`);
  await page.waitForFunction(() => /sb-show-(?:main|errordisplay)/.test(document.body.className));
  if (await page.evaluate(() => document.body.classList.contains("sb-show-errordisplay"))) return [`${id}: failed`];
  await untilCalm();
  await page.evaluate(axe);
  /** @type {{ id: string, nodes: { html: string }[] }[]} */
  const violations = await page.evaluate(
    "axe.run('#storybook-root', { rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations)",
  );
  return violations.map(
    ({ id: rule, nodes }) => `${id}: ${rule}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

// A story goes on after it is shown: it is done when nothing changes for a second, or never, as while a request waits.
async function untilCalm() {
  let before = "";
  let same = 0;
  for (let look = 0; look < 60 && same < 4; look++) {
    await page.waitForTimeout(250);
    const now = await page.evaluate(() => document.body.innerHTML);
    same = now === before ? same + 1 : 0;
    before = now;
  }
}
