// Measures processor time of this thread, so that time taken by other processes does not count.
import process from "node:process";

/** Starts a clock that tells the milliseconds of work since then. */
export function startWork(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
}
