// Sets up a machine in a scratch folder for the recipes of the docs, with the command, a server and an export of users.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { bareEnvironment } from "../command.ts";
import { type PortalOptions, startPortal, toNdjson } from "../portal.ts";
import { createFolder } from "../terminal.ts";

const root = join(import.meta.dirname, "../../..");

/** Reads the recipes of a page, which are named by `file=`; the result throws for one that is missing. */
export function readRecipes(path: string): (name: string) => string {
  const page = readFileSync(join(root, path), "utf8");
  const recipes = new Map(
    Array.from(page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```/gm), ([, name = "", text = ""]) => [name, text]),
  );
  return (name) => {
    const text = recipes.get(name);
    if (text === undefined) throw new Error(`${path} has no ${name}.`);
    return text;
  };
}

/** A machine in a folder: the command, an export of some users, and a sleep that does not wait. */
export async function openMachine(options?: PortalOptions) {
  const portal = await startPortal(options);
  const folder = createFolder();
  const bin = join(folder, "bin");
  const work = join(folder, "work");
  for (const path of [bin, work, join(folder, "etc")]) mkdirSync(path);
  const install = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const command = `exec "${process.execPath}" "${join(root, "src/cli/main.ts")}"`;
  install("import-existing-users", `${command} "$@"`);
  install("npx", `shift; ${command} "$@"`);
  install("npm", "exit 0");
  install("sleep", `echo slept >> "${join(folder, "slept")}"`);
  writeFileSync(join(folder, "etc/headers"), "X-Portal: test\n");
  const exportUsers = (count: number) => {
    writeFileSync(join(folder, "users"), `${toNdjson(count)}\n`);
    install("export-users", `cat "${join(folder, "users")}"`);
    cpSync(join(bin, "export-users"), join(work, "export-users"));
  };
  // The text with the places and the target of the test.
  const adapt = (text: string) =>
    text
      .replaceAll("/var/lib/nightly-users", work)
      .replaceAll("/etc/nightly-users", join(folder, "etc"))
      .replaceAll("https://portal.example.com", portal.url)
      .replaceAll("app_123", "app_demo")
      .replace("PATH=/usr/local/bin:", `PATH=${bin}:/usr/local/bin:`);
  const runScript = async (text: string, shell = ["sh"], env: Record<string, string> = {}) => {
    const [program = "sh", ...flags] = shell;
    const child = spawn(program, [...flags, "-c", adapt(text)], {
      cwd: work,
      env: { ...bareEnvironment, PATH: `${bin}:${bareEnvironment.PATH}`, ...env },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
    const [code] = (await once(child, "close")) as [number];
    return { code, output };
  };
  const hasSlept = () => existsSync(join(folder, "slept"));
  return { ...portal, folder, work, bin, exportUsers, runScript, adapt, hasSlept, install };
}
