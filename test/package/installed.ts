// Unpacks the tarball far away from this repository, where no package of the repository is found.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Tarball } from "./consumer.ts";

/** An unpacked tarball; `remove` takes it away again. */
export interface Installed {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Unpacks the tarball with no other package. */
export async function installAlone(tarball: Tarball): Promise<Installed> {
  const place = await mkdtemp(join(tmpdir(), "ieu-"));
  const folder = join(place, "node_modules/import-existing-users");
  await mkdir(folder, { recursive: true });
  await promisify(execFile)("tar", ["-xzf", tarball.path, "-C", folder, "--strip-components=1"]);
  return { folder, remove: () => rm(place, { recursive: true, force: true }) };
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
