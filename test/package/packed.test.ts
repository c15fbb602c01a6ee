// The packed tarball in a minified production build, in a real browser.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, expect } from "vitest";
import { guideCsv } from "../../demo/samples/samples.ts";
import manifest from "../../package.json" with { type: "json" };
import { sampleNamed } from "../browser/card.ts";
import { test } from "../browser/fixture.ts";
import { buildConsumer, pack, type ReactVersion, reacts, type Tarball } from "./consumer.ts";
import { completeRun, runImport } from "./import-run.ts";
import { installAlone, runNode } from "./installed.ts";

let tarball: Tarball;

beforeAll(async () => {
  tarball = await pack();
});

test("the tarball holds what `exports` promises, the documentation, and nothing else", () => {
  const promised = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target),
  );
  for (const target of promised) expect(tarball.files).toContain(target.replace("./", ""));
  const others = tarball.files.filter((path) => !/^dist\/|^(?:src|mock-server)\/|^docs\/.*\.md$/.test(path));
  const pages = ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md"];
  expect(others.sort()).toEqual([...pages, "package.json"]);
  expect(tarball.files.filter((path) => /\.test\.|\.stories\.|fixtures/.test(path))).toEqual([]);
});

test('"go to definition" leads from every declaration to its source, which is in the tarball', async ({
  onTestFinished,
}) => {
  const { folder, remove } = await installAlone(tarball);
  onTestFinished(remove);
  const maps = tarball.files.filter((path) => path.endsWith(".d.ts.map"));
  expect(maps.length).toBeGreaterThan(100);
  const sources = maps.flatMap((path) => {
    const { sources: names } = JSON.parse(readFileSync(join(folder, path), "utf8")) as { sources: string[] };
    return names.map((name) => join(dirname(path), name));
  });
  expect(sources.filter((path) => !tarball.files.includes(path))).toEqual([]);
});

test("the README links to nothing that is not in the tarball", () => {
  const text = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const links = Array.from(text.matchAll(/\]\((?![a-z]+:)([^)#]+)/g), ([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !tarball.files.some((path) => path.startsWith(link)))).toEqual([]);
});

test("the command runs from the tarball with no other package installed", async ({ onTestFinished }) => {
  const { folder, remove } = await installAlone(tarball);
  onTestFinished(remove);
  const main = join(folder, manifest.bin["import-existing-users"]);
  expect(await runNode(main, "--help")).toMatchObject({ code: 0, output: expect.stringContaining("conformance") });
  expect(await runNode(main, "serve", "--help")).toMatchObject({
    code: 0,
    output: expect.stringContaining("--port"),
  });
  expect(await runNode(main, "conformance", "--base-url", "http://127.0.0.1:2", "--app", "a")).toMatchObject({
    code: 5,
  });
  expect(await runNode(main, "serve", "--store", "postgres", "--url", "postgres://127.0.0.1:2/a")).toMatchObject({
    code: 1,
    output: expect.stringContaining("npm install pg"),
  });
});

test("the licence text of every package inside the command is in the tarball", async ({ onTestFinished }) => {
  const { folder, remove } = await installAlone(tarball);
  onTestFinished(remove);
  const licences = readFileSync(join(folder, "dist/cli/licences.txt"), "utf8");
  for (const name of ["@hono/node-server", "commander", "hono", "kysely", "ora", "papaparse", "zod"]) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, "m"));
  }
});

const versions = Object.keys(reacts) as ReactVersion[];

test.for(versions)(
  "%s: a consumer's minified build counts rows right and imports them",
  async (version, { openSite, openPage }) => {
    const site = await openSite({ folder: await buildConsumer(tarball, version) });
    const { page, complaints } = await openPage(site.url);
    expect(`React ${await page.evaluate("window.reactVersion")}`).toContain(version);

    expect(await countRows(page, guideCsv, "text")).toBe(2);
    expect(await countRows(page, guideCsv, "file")).toBe(2);
    expect(await countRows(page, sampleNamed("full-export.csv").buffer.toString("utf8"), "file")).toBe(10_000);

    expect(await runImport(page, site)).toEqual(completeRun);
    expect(complaints).toEqual([]);
  },
);

function countRows(page: Page, text: string, as: "text" | "file"): Promise<unknown> {
  return page.evaluate(
    ([content, kind]) => {
      const { countRows: count } = window as unknown as { countRows: (input: string | Blob) => Promise<unknown> };
      return count(kind === "text" ? content : new Blob([content]));
    },
    [text, as] as const,
  );
}
