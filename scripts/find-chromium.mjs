// Finds the Chromium for browser tests; with --install, installs one through apt-get if possible.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

// Chromium reads only the last list of features that it is given, so ours has all those of Playwright.
const disabledFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  // Two pages behind the address bar, which nobody sees without a window: in each new profile they take a process of their own,
  // and as much processor time as the page that is tested.
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/**
 * Arguments for every Chromium we start: no sandbox, because root in a container has none, no shared memory, of which a container
 * has little, and no background requests.
 */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${disabledFeatures.join(",")}`,
];

/** The path of Chromium or Chrome, or `undefined` if there is none. Throws if CHROME_BIN names a missing file. */
export function findChromium() {
  const wanted = process.env.CHROME_BIN;
  if (wanted && !existsSync(wanted)) throw new Error(`CHROME_BIN is set to ${wanted}, which does not exist.`);
  return wanted || onPath() || onMac() || fromPlaywright();
}

function onPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function onMac() {
  return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(isExecutable);
}

function fromPlaywright() {
  // Loaded only when needed: importing playwright costs more than the rest of this file.
  const { chromium } = createRequire(import.meta.url)("playwright");
  /** @type {string} */
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install() {
  const canInstall = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!canInstall) return;
  console.log("No Chromium found; installing one with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "inherit", env });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findChromium() && process.argv.includes("--install")) install();
  const found = findChromium();
  if (found) console.log(`Browser tests run in ${found}`);
  else {
    console.error("No Chromium found. Install Chromium or Chrome, or set CHROME_BIN to its path.");
    process.exitCode = 1;
  }
}
