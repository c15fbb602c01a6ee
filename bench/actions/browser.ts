// A Chromium that is traced from outside: no driver is attached to its pages, whose requests then cost what they cost a person.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { chromiumArgs, findChromium } from "../../scripts/find-chromium.mjs";

/** An event of a trace: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as all times here. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

/** A running browser. */
export interface TracedBrowser {
  /** Opens a page, traces it until its title is "done", and closes it. Rejects if the title begins with "failed". */
  trace(url: string, categories: readonly string[]): Promise<TraceEvent[]>;
  close(): Promise<void>;
}

/** Starts the browser; close it afterwards. */
export async function startTracedBrowser(): Promise<TracedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "bench-actions-"));
  const args = [...chromiumArgs, "--headless=new", "--window-size=1280,900", "--remote-debugging-port=0"];
  const path = findChromium() ?? chromium.executablePath();
  const child = spawn(path, [...args, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const connection = await connect(await readAddress(child.stderr));
  // The page counts what it saves.
  await connection.send("Browser.setDownloadBehavior", { behavior: "deny" });
  return {
    async trace(url, categories) {
      const events: TraceEvent[] = [];
      const stopListening = connection.on("Tracing.dataCollected", ({ value }) =>
        events.push(...(value as TraceEvent[])),
      );
      await connection.send("Tracing.start", { traceConfig: { includedCategories: categories } });
      const { targetId } = await connection.send("Target.createTarget", { url });
      await untilDone(connection, String(targetId));
      const complete = new Promise<void>((resolve) => connection.on("Tracing.tracingComplete", () => resolve()));
      await connection.send("Tracing.end");
      await complete;
      stopListening();
      await connection.send("Target.closeTarget", { targetId });
      return events;
    },
    async close() {
      connection.close();
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function untilDone(connection: Connection, id: string): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { targetInfos } = await connection.send("Target.getTargets");
    const page = (targetInfos as { targetId: string; title: string }[]).find(({ targetId }) => targetId === id);
    if (page?.title === "done") return;
    if (!page || page.title.startsWith("failed")) throw new Error(page?.title ?? "The page is gone.");
  }
}

// The browser says on its error output where it listens.
function readAddress(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    output.on("data", (chunk) => {
      text += chunk;
      const [, address] = /listening on (ws:\S+)/.exec(text) ?? [];
      if (address) resolve(address);
    });
    output.once("end", () => reject(new Error(`Chromium did not start: ${text}`)));
  });
}

type Values = Readonly<Record<string, unknown>>;

interface Connection {
  send(method: string, params?: Values): Promise<Values>;
  on(method: string, listener: (params: Values) => void): () => void;
  close(): void;
}

// https://chromedevtools.github.io/devtools-protocol
async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Set<readonly [string, (params: Values) => void]>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    for (const [method, listener] of [...listeners]) if (method === message.method) listener(message.params ?? {});
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  return {
    send(method, params = {}) {
      last += 1;
      const id = last;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result = {}, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        });
      });
    },
    on(method, listener) {
      const entry = [method, listener] as const;
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    close: () => socket.close(),
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Values;
  readonly result?: Values;
  readonly error?: { readonly message: string };
}
