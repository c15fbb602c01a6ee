"use client";
// Tells React of an edit of many rows in a task of its own, so that judging the rows and showing them are two short tasks.
import { yieldToMain } from "../../csv/read/yield-to-main.ts";
import { loadedReader } from "../../importer/effects/load-reader.ts";
import type { Importer } from "../../importer/importer.ts";

/** Subscribes to an importer. The state is new at once; after an edit of many rows, the listener is called in the next task. */
export function subscribeInTasks(importer: Pick<Importer, "getState" | "subscribe">, listener: () => void): () => void {
  let before = importer.getState();
  let isStopped = false;
  const stop = importer.subscribe(() => {
    const now = importer.getState();
    // There is no edit before the reader is loaded.
    const isLong = loadedReader()?.editsManyRows(before, now);
    before = now;
    if (isLong) void yieldToMain().then(() => isStopped || listener());
    else listener();
  });
  return () => {
    isStopped = true;
    stop();
  };
}
