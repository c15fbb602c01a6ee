// Finds the browsers of the three engines on this machine, and installs missing ones where apt-get can.
import { execFileSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import process from "node:process";
import { findChromium } from "../../scripts/find-chromium.mjs";

export const engineNames = ["firefox", "webkit", "chromium"] as const;
export type EngineName = (typeof engineNames)[number];

/** The Debian packages of each engine's browser and of what drives it. */
const packages: Readonly<Record<EngineName, readonly string[]>> = {
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb", "xauth"],
  chromium: ["chromium"],
};

const finders: Readonly<Record<EngineName, () => string | undefined>> = {
  firefox: () => process.env.FIREFOX_BIN ?? ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync),
  webkit: findMiniBrowser,
  chromium: findChromium,
};

/** The browser's path, or the reason why there is none. */
export function findEngine(name: EngineName, mayInstall: boolean): { path: string } | { missing: string } {
  const found = finders[name]();
  if (found) return { path: found };
  const command = `apt-get install -y --no-install-recommends ${packages[name].join(" ")}`;
  if (!mayInstall) return { missing: `not installed; to install it: ${command}` };
  const reason = install(name);
  const path = finders[name]();
  return path ? { path } : { missing: `not installed: ${reason ?? `${command} installed no browser`}` };
}

// The reason why nothing could be installed, or null.
function install(name: EngineName): string | null {
  if (!existsSync("/usr/bin/apt-get")) return "this system has no apt-get";
  if (process.getuid?.() !== 0) return "apt-get needs root";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    const options = ["install", "-y", "-qq", "--no-install-recommends", ...packages[name]];
    execFileSync("apt-get", options, { stdio: "inherit", env });
    return null;
  } catch (error) {
    return `apt-get failed (${(error as Error).message.split("\n")[0]})`;
  }
}

// WebKitGTK's browser is started by its WebDriver, so both are needed.
function findMiniBrowser(): string | undefined {
  const folders = ["/usr/lib/*", "/usr/lib", "/usr/libexec"];
  const [browser] = folders.flatMap((folder) => globSync(`${folder}/webkit*gtk-*/MiniBrowser`));
  return existsSync("/usr/bin/WebKitWebDriver") ? browser : undefined;
}
