// The lock of a PGlite folder, taken and lost by real processes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "../../mock-server/sql/folder-lock.ts";

const lockModule = join(import.meta.dirname, "../../mock-server/sql/folder-lock.ts");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ieu-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => join(folder, "ieu-server.lock");

/** A process that locks the folder and says how that went, and stays until it is killed. */
function startProcess() {
  const code = `
    import { lockFolder } from ${JSON.stringify(lockModule)};
    await lockFolder(${JSON.stringify(folder)}).then(() => console.log("locked"), (error) => console.log(error.message));
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  return {
    pid: child.pid,
    said: once(child.stdout, "data").then(([text]) => String(text).trim()),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

test("a second process is refused and told which process uses the folder, and which file to delete", async () => {
  const first = startProcess();
  expect(await first.said).toBe("locked");
  const second = startProcess();
  expect(await second.said).toContain(`is used by process ${first.pid} on ${hostname()} since 20`);
  expect(await second.said).toContain(`delete ${lockFile()}`);
  await Promise.all([first.kill(), second.kill()]);
});

test("the lock of a killed process is taken over, by one of several at once", async () => {
  const first = startProcess();
  expect(await first.said).toBe("locked");
  await first.kill();
  const others = Array.from({ length: 4 }, startProcess);
  const said = await Promise.all(others.map((other) => other.said));
  expect(said.filter((text) => text === "locked")).toHaveLength(1);
  await Promise.all(others.map((other) => other.kill()));
});

test("one process can't lock a folder twice, whatever name it uses, until it has released it", async () => {
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  const release = await lockFolder(folder);
  await expect(lockFolder(`${link}/.`)).rejects.toMatchObject({ code: "folder_in_use", name: "FolderInUseError" });
  await release();
  expect(existsSync(lockFile())).toBe(false);
  await (await lockFolder(link))();
  rmSync(link);
});

const startedBefore = () => ({ ...JSON.parse(readFileSync(lockFile(), "utf8")), start: "another start" });

test.runIf(process.platform === "linux")(
  "a process that only has the number of the dead one does not hold its lock",
  async () => {
    const release = await lockFolder(folder);
    const lock = startedBefore();
    await release();
    writeFileSync(lockFile(), JSON.stringify(lock));
    await (await lockFolder(folder))();
  },
);

test.each([
  [
    "of another host",
    '{"pid":1,"host":"elsewhere","since":"2026-05-03T00:00:00.000Z","start":null}',
    "process 1 on elsewhere since 2026-05-03T00:00:00.000Z",
  ],
  ["that breaks off", '{"pid":1,"ho', "another process"],
  ["that is empty", "", "another process"],
  ["of another program", '["lock"]', "another process"],
])("a lock %s is respected", async (_, lock, holder) => {
  writeFileSync(lockFile(), lock);
  await expect(lockFolder(folder)).rejects.toThrow(`is used by ${holder}.`);
  expect(readFileSync(lockFile(), "utf8")).toBe(lock);
});

test("a folder that does not exist yet is created", async () => {
  const release = await lockFolder(join(folder, "a", "b"));
  expect(existsSync(join(folder, "a", "b", "ieu-server.lock"))).toBe(true);
  await release();
});
