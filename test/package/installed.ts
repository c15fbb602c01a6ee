// The tarball far away from this repository, with chosen packages beside it: what is missing there is missing.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Tarball } from "./consumer.ts";

const modules = join(import.meta.dirname, "../../node_modules");

/** An unpacked tarball; `remove` takes it away again, and what was put beside it. */
export interface Installed {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Unpacks the tarball with these packages. */
export async function installAlone(tarball: Tarball, packages: readonly string[]): Promise<Installed> {
  const place = await mkdtemp(join(tmpdir(), "ieu-"));
  const folder = join(place, "node_modules/import-existing-users");
  await mkdir(folder, { recursive: true });
  await promisify(execFile)("tar", ["-xzf", tarball.path, "-C", folder, "--strip-components=1"]);
  await linkPackages(folder, packages);
  return { folder, remove: () => rm(place, { recursive: true, force: true }) };
}

/** Puts further packages beside an unpacked tarball. */
export async function linkPackages(folder: string, packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    const place = join(dirname(folder), name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(modules, name), place, "junction");
  }
}

/** Runs a program to its end. */
export async function runNode(...words: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...words], { stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  const [code] = await once(child, "close");
  return { code: code as number | null, output };
}
