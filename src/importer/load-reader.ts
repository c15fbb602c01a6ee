// Loads the reader of files once, ahead of the first file.
import { warmUp } from "./warm-up.ts";

/** The part of the program that reads files. */
export type Reader = typeof import("./reader.ts");

let loading: Promise<Reader> | null = null;

/** Loads the reader. Rejects when the page can't get it, offline or after a new release; the next call tries again. */
export function loadReader(): Promise<Reader> {
  loading ??= loadOnce().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function loadOnce(): Promise<Reader> {
  const reader = await import("./reader.ts");
  void warmUp(reader);
  return reader;
}
