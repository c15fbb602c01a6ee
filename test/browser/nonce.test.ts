// Under a policy whose scripts are allowed by a nonce, as portals with server-rendered pages have it.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { demoFolder } from "./build-demo.ts";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

const nonce = "c2Vzc2lvbi1ub25jZQ";
const rest = "style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'";

test.for([
  ["the nonce alone", `script-src 'nonce-${nonce}'`],
  ["the nonce and strict-dynamic", `script-src 'nonce-${nonce}' 'strict-dynamic'`],
])(
  "%s: the card and its later parts load, and a whole import violates nothing",
  async ([, scripts], { openSite, openPage, onTestFinished }) => {
    const folder = await mkdtemp(join(tmpdir(), "ieu-nonce-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    cpSync(demoFolder, folder, { recursive: true });
    const index = join(folder, "index.html");
    const page = readFileSync(index, "utf8");
    writeFileSync(index, toPageWithNonce(page));

    const site = await openSite({
      folder,
      headers: { "Content-Security-Policy": `default-src 'none'; ${scripts}; ${rest}` },
    });
    const { page: opened, complaints } = await openPage(site.cardUrl);
    const card = cardOn(opened);
    await card.review(sampleNamed("rows-with-problems.csv"));
    await card.start.click();
    await card.resultHeading.waitFor();
    expect(complaints).toEqual([]);
  },
);

// As Vite writes the page with its option `html.cspNonce`: the meta element tells its preload helper the nonce.
function toPageWithNonce(page: string): string {
  const meta = `<meta property="csp-nonce" nonce="${nonce}" />`;
  return page.replaceAll(/<(script|link)\b/g, `<$1 nonce="${nonce}"`).replace("<title>", `${meta}<title>`);
}
