// Runs a process that is killed (`kill -9`) at a seeded moment of its requests.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import type { Random } from "../../../../test/mock-server/sql/faults/random.ts";
import type { Step } from "../proxy/proxy.ts";
import type { MayKill } from "./kill-rounds.ts";

/** When a process is killed: milliseconds after a request has reached a step. */
export interface Moment {
  /** Number of the request of the process, from 1; 0 for its start. */
  readonly request: number;
  readonly step: Step;
  readonly delay: number;
}

const steps: readonly Step[] = ["arrived", "forwarded", "done", "answered"];

/** Chooses a moment. @param requests how many requests a process may make */
export function toMoment(random: Random, requests = 4): Moment {
  const step = steps[random.below(steps.length)] ?? "arrived";
  // Some kills come before anything is sent, when a lock may be held or a checkpoint half written.
  if (random.below(5) === 0) return { request: 0, step, delay: random.below(600) };
  return { request: 1 + random.below(requests), step, delay: random.below(3) === 0 ? 0 : random.below(20) };
}

/** Tells the steps of all requests to a listener. */
export type Listen = (reach: (step: Step) => void) => void;

/** How a process ended. */
export interface EndedProcess {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of Node until it ends or is killed. @param words its file and arguments */
export async function runKilled(
  words: readonly string[],
  moment: Moment,
  mayKill: MayKill,
  listen: Listen,
): Promise<EndedProcess> {
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].on("data", (text) => {
      said[stream] += text;
    });
  }
  let isKilled = false;
  const killAt = (name: string) => {
    setTimeout(() => {
      if (isRunning(child) && mayKill(name)) isKilled = child.kill("SIGKILL");
    }, moment.delay);
  };
  let requests = 0;
  listen((step) => {
    if (step === "arrived") requests += 1;
    if (requests === moment.request && step === moment.step) killAt(step);
  });
  if (moment.request === 0) killAt("started");
  const [code] = await closed;
  listen(() => {});
  return { code: isKilled ? null : code, ...said };
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
