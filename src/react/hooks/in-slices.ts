"use client";
// Works through a list in short tasks, so that the page stays responsive.
import { yieldToMain } from "../../csv/read/yield-to-main.ts";

// Milliseconds of work before the browser may paint and respond.
const sliceLength = 8;
// Items between two looks at the clock.
const stepLength = 64;

/** Calls `work` for each item, with breaks. Resolves to false if `signal` was aborted meanwhile. */
export async function inSlices<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let since = performance.now();
  for (let at = 0; at < items.length; at += stepLength) {
    for (const item of items.slice(at, at + stepLength)) work(item);
    if (performance.now() - since < sliceLength) continue;
    await yieldToMain();
    if (signal.aborted) return false;
    since = performance.now();
  }
  return !signal.aborted;
}
