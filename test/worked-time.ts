// How long this thread has worked: time that others had the processor is not its fault, and not counted.
import process from "node:process";

/** Starts a clock that tells the milliseconds of work since then. */
export function startWork(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
}
