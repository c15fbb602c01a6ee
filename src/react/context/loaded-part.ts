// Keeps a part of the card that is loaded by a dynamic import, for all cards of a page, and renders again when it has come.
import { useSyncExternalStore } from "react";

/** A part of the card that is not there from the start. */
export interface LoadedPart<Part> {
  /** Loads it once. Rejects when the download fails; the next call tries again. */
  load(): Promise<Part>;
  /** Null before it is loaded, and if it can't be. */
  current(): Part | null;
  /** The same; renders again once it is loaded. */
  use(): Part | null;
  /** True if the last attempt failed. */
  useHasFailed(): boolean;
}

export function createLoadedPart<Part>(download: () => Promise<Part>): LoadedPart<Part> {
  let part: Part | null = null;
  let hasFailed = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const current = () => part;
  return {
    current,
    async load() {
      try {
        part ??= await download();
        hasFailed = false;
        return part;
      } catch (error) {
        hasFailed = true;
        throw error;
      } finally {
        for (const listener of listeners) listener();
      }
    },
    use: () => useSyncExternalStore(subscribe, current, getNothing),
    useHasFailed: () => useSyncExternalStore(subscribe, () => hasFailed, getFalse),
  };
}

const getNothing = () => null;
const getFalse = () => false;
