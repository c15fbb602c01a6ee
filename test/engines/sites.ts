// Serves the pages of the engine tests: the built demo under a strict policy and without, and the custom element.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleElement } from "../../scripts/element-bundle.mjs";
import buildDemo, { demoFolder } from "../browser/build-demo.ts";
import { strictPolicy } from "../browser/policy.ts";
import { openSite, type Site } from "../browser/site.ts";

export interface Sites {
  /** The portal page of the demo, under the strict content security policy. */
  readonly portal: Site;
  /** The same without a policy, because the demo's service worker is registered by a text. */
  readonly demo: Site;
  /** A plain page with the custom element, under the strict policy. */
  readonly element: Site;
  close(): Promise<void>;
}

/** Builds the folders of the pages once. */
export async function buildPages(folder: string): Promise<{ readonly demo: string; readonly element: string }> {
  const demo = join(folder, "demo");
  const element = join(folder, "element");
  await buildDemo();
  cpSync(demoFolder, demo, { recursive: true });
  const index = join(demo, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace("<head>", '<head><script src="/complaints.js"></script>'));
  mkdirSync(element, { recursive: true });
  await bundleElement(join(element, "element.js"));
  writeFileSync(join(element, "index.html"), elementPage);
  for (const place of [demo, element]) writeFileSync(join(place, "complaints.js"), collectComplaints);
  return { demo, element };
}

/** Serves the pages, each with a backend of its own. */
export async function openSites(folders: { readonly demo: string; readonly element: string }): Promise<Sites> {
  const headers = { "Content-Security-Policy": strictPolicy };
  const [portal, demo, element] = await Promise.all([
    openSite({ folder: folders.demo, headers }),
    openSite({ folder: folders.demo }),
    openSite({ folder: folders.element, headers }),
  ]);
  const close = async () => void (await Promise.all([portal.close(), demo.close(), element.close()]));
  return { portal, demo, element, close };
}

const elementPage = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Portal</title>
  <script src="/complaints.js"></script>
  <main><import-existing-users app-id="app_demo" app-name="Acme"></import-existing-users></main>
  <script type="module" src="/element.js"></script>
</html>`;

// Runs before everything else in the page, because no driver reports complaints the same way for all engines.
const collectComplaints = `window.complaints = [];
addEventListener("error", (event) => complaints.push("uncaught: " + (event.message || event.target?.src || event.type)), true);
addEventListener("unhandledrejection", (event) => complaints.push("rejected: " + event.reason));
document.addEventListener("securitypolicyviolation", (event) => complaints.push("policy: " + event.violatedDirective + " " + event.blockedURI));
for (const level of ["error", "warn"]) {
  const original = console[level];
  console[level] = (...parts) => { complaints.push(level + ": " + parts.join(" ")); original.apply(console, parts); };
}`;
