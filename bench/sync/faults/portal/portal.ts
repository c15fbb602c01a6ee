// Keeps a server running: when it is killed, the next one is ready.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A server that is always available. */
export interface Portal {
  /** Its current address. */
  url(): Promise<string>;
  /** Replaces the process, which has exited. */
  replace(): void;
  close(): Promise<void>;
}

interface Started {
  readonly child: ChildProcess;
  readonly url: Promise<string>;
}

/** Opens the portal on a database. */
export function openPortal(databaseUrl: string): Portal {
  // Two requests that meet a death at once replace a living process too, which is ended with the others.
  const started: Started[] = [];
  const startAnother = () => {
    const one = start(databaseUrl);
    started.push(one);
    return one;
  };
  let present = startAnother();
  let next = startAnother();
  return {
    url: () => present.url,
    replace() {
      present = next;
      next = startAnother();
    },
    async close() {
      await Promise.all(started.map(end));
    },
  };
}

function start(databaseUrl: string): Started {
  const child = fork(join(import.meta.dirname, "portal-process.ts"), [databaseUrl]);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The server ended with ${code} before it listened.`);
  });
  const address = once(child, "message").then(([url]) => String(url));
  ended.catch(() => {});
  return { child, url: Promise.race([address, ended]) };
}

async function end({ child, url }: Started): Promise<void> {
  await url.catch(() => {});
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
