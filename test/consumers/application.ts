// Makes one application far away from this repository: copied, installed from the tarball, built, served.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { blocksOf, readPages } from "../docs/pages.ts";
import { findFreePort } from "../free-port.ts";
import { waitLimit } from "../limits.ts";
import type { Tarball } from "../package/consumer.ts";
import type { Consumer } from "./consumers.ts";

/** An application on the disk. */
export interface Application {
  readonly folder: string;
  /** What the bundler has written. */
  readonly pages: string;
  /** Runs the application's own server; gives its address. */
  start(): Promise<{ url: string; stop(): Promise<void> }>;
  remove(): Promise<void>;
}

/** Copies and installs it, then builds it against the API at this address. @throws with the output of what failed */
export async function makeApplication(consumer: Consumer, tarball: Tarball, apiUrl: string): Promise<Application> {
  const folder = await mkdtemp(join(tmpdir(), `ieu-${consumer.name}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  const env = { ...ownEnvironment(), NODE_ENV: consumer.build ?? "production", API_URL: apiUrl };
  try {
    await cp(join(import.meta.dirname, consumer.folder), folder, { recursive: true });
    await cp(tarball.path, join(folder, "import-existing-users.tgz"));
    if (consumer.folder === "typescript") await writeFile(join(folder, "doors.ts"), toDoors(tarball));
    for (const { page, part, file } of samples[consumer.folder] ?? [])
      await writeFile(join(folder, file), readSample(page, part));
    await pinVersions(join(folder, "package.json"), consumer.versions);
    await npm(folder, env, "install", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error");
    await npm(folder, env, "run", "build");
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, pages: join(folder, "dist"), start: () => startNext(folder, env), remove };
}

// This run's own npm settings are not the application's.
function ownEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([key]) => !/^npm_(?!config_(?:registry|cache|userconfig)$)/i.test(key),
  );
  return { ...Object.fromEntries(own), NEXT_TELEMETRY_DISABLED: "1" };
}

async function npm(cwd: string, env: NodeJS.ProcessEnv, ...words: readonly string[]): Promise<void> {
  const shell = process.platform === "win32";
  try {
    await promisify(execFile)("npm", words, { cwd, env, shell, maxBuffer: 64 * 2 ** 20 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${words[0]} ${words[1]} failed:\n${stdout}${stderr}`.slice(0, 6_000), { cause: error });
  }
}

async function pinVersions(file: string, versions: Consumer["versions"] = {}): Promise<void> {
  const manifest = JSON.parse(await readFile(file, "utf8")) as { dependencies: Record<string, string> };
  Object.assign(manifest.dependencies, versions);
  await writeFile(file, JSON.stringify(manifest, null, 2));
}

// Every public door that holds code, so that none is forgotten.
function toDoors({ doors }: Tarball): string {
  const lines = doors.map((door, index) => `export * as door${index} from "${door}";`);
  return `// Every door.\n${lines.join("\n")}\n`;
}

// The samples of pages that an application uses word by word, each told by a part of it.
const samples: Readonly<
  Record<string, readonly { readonly page: string; readonly part: string; readonly file: string }[]>
> = {
  hook: [{ page: "docs/headless.md", part: "function OwnImport", file: "OwnImport.tsx" }],
  readme: [
    { page: "README.md", part: "function App", file: "src/App.tsx" },
    { page: "README.md", part: "defineConfig", file: "vite.config.ts" },
  ],
};

function readSample(page: string, part: string): string {
  const sample = readPages()
    .flatMap(blocksOf)
    .find((block) => block.page === page && block.code.includes(part));
  if (!sample) throw new Error(`${page} has no sample with ${part}.`);
  return sample.code;
}

async function startNext(folder: string, env: NodeJS.ProcessEnv) {
  const port = await findFreePort();
  const main = join(folder, "node_modules/next/dist/bin/next");
  const server = spawn(process.execPath, [main, "start", "--port", String(port), "--hostname", "127.0.0.1"], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = () => stopProcess(server);
  for (const startedAt = performance.now(); performance.now() - startedAt < waitLimit; ) {
    if (await fetch(url).catch(() => null)) return { url, stop };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await stop();
  throw new Error("The application's server does not answer.");
}

async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = once(server, "exit");
  server.kill();
  await closed;
}
