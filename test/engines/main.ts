// Command line: `npm run test:browsers` runs the main flow in Firefox, WebKitGTK and Chromium, and prints a table.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { samples } from "../../demo/samples/samples.ts";
import { createCard } from "./card.ts";
import { type Driver, pause } from "./driver.ts";
import { type EngineName, engineNames, findEngine } from "./find-engines.ts";
import { launchPlaywright } from "./playwright-driver.ts";
import { buildPages, openSites } from "./sites.ts";
import { type Scene, type Step, steps } from "./steps.ts";
import { launchWebKit } from "./webkit-driver.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [...engineNames] },
    install: { type: "boolean", default: false },
    screenshots: { type: "string" },
  },
});

interface StepResult {
  readonly step: string;
  readonly failure: string | null;
  readonly seconds: string;
}

/** An engine that ran; one that is missing, with the reason; or one that is installed but did not start. */
type EngineReport =
  | { readonly name: string; readonly version: string; readonly results: readonly StepResult[] }
  | { readonly name: string; readonly missing: string }
  | { readonly name: string; readonly broken: string };

const folder = mkdtempSync(join(tmpdir(), "ieu-engines-"));
const pages = await buildPages(folder);
const files = Object.fromEntries(
  samples.map(({ fileName, toBytes }) => {
    writeFileSync(join(folder, fileName), toBytes());
    return [fileName, join(folder, fileName)];
  }),
);

const reports: EngineReport[] = [];
for (const name of values.only as EngineName[]) reports.push(await runEngine(name));
rmSync(folder, { recursive: true, force: true });
console.log(`\n${toTable(reports)}`);
process.exitCode = reports.some(hasFailed) ? 1 : 0;

async function runEngine(name: EngineName): Promise<EngineReport> {
  const found = findEngine(name, values.install);
  if ("missing" in found) return { name, missing: found.missing };
  const launch = name === "webkit" ? launchWebKit : (path: string) => launchPlaywright(name, path);
  let driver: Driver;
  try {
    driver = await launch(found.path);
  } catch (error) {
    return { name, broken: toLine(error) };
  }
  const sites = await openSites(pages);
  const scene: Scene = { driver, card: createCard(driver), sites, files, folder };
  const results: StepResult[] = [];
  try {
    for (const step of steps) results.push(await runStep(name, step, scene));
  } finally {
    await driver.close();
    await sites.close();
  }
  return { name, version: driver.version, results };
}

async function runStep(engine: string, [step, act]: Step, scene: Scene): Promise<StepResult> {
  const begin = performance.now();
  let note = "";
  let failure: string | null = null;
  try {
    note = (await act(scene)) ?? "";
    const complaints = (await scene.driver.run("() => window.complaints")) as string[];
    if (complaints.length > 0) failure = `the console says: ${complaints.join(" | ")}`;
  } catch (error) {
    failure = toLine(error);
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(
    `${engine} ${scene.driver.version}  ${failure ? "FAILED" : "ok"}  ${step}  ${seconds} s  ${failure ?? note}`,
  );
  if (values.screenshots) await saveScreenshot(scene.driver, `${engine}-${step.replace(/\W+/g, "-")}.png`);
  return { step, failure, seconds };
}

// A screenshot in WebKitGTK hangs now and then beside a modal dialog, so it gets a limit.
async function saveScreenshot(driver: Driver, fileName: string): Promise<void> {
  const place = resolve(values.screenshots ?? ".");
  mkdirSync(place, { recursive: true });
  const saved = driver
    .saveScreenshot(join(place, fileName))
    .catch((error) => console.log(`no picture: ${error.message}`));
  await Promise.race([saved, pause(20_000)]);
  // Playwright's screenshot puts a style into a Firefox page, which the strict policy reports.
  await driver.run("() => { if (window.complaints) window.complaints.length = 0 }").catch(() => {});
}

function hasFailed(report: EngineReport): boolean {
  return "broken" in report || ("results" in report && report.results.some(({ failure }) => failure !== null));
}

function toTable(all: readonly EngineReport[]): string {
  const ran = all.filter((report) => "results" in report);
  const lines = [
    ["Step", ...ran.map(({ name, version }) => `${name} ${version}`)],
    ["---", ...ran.map(() => "---")],
    ...steps.map(([step], index) => [step, ...ran.map(({ results }) => toCell(results[index]))]),
  ].map((cells) => `| ${cells.join(" | ")} |`);
  const others = all.flatMap((report) => {
    if ("missing" in report) return [`${report.name}: not run, ${report.missing}`];
    return "broken" in report ? [`${report.name}: FAILED to start: ${report.broken}`] : [];
  });
  return [...lines, ...others].join("\n");
}

function toCell(result: StepResult | undefined): string {
  if (!result) return "not run";
  return `${result.failure === null ? "ok" : "**failed**"} ${result.seconds} s`;
}

function toLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll("\n", " ").slice(0, 400);
}
