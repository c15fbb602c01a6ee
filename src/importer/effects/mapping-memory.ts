// The remembered mappings: a small store over a storage that may fail, be full, be empty, or hold anything.
import { createStore } from "zustand/vanilla";
import type { CsvTable } from "../../csv/table.ts";
import type { RememberedMapping } from "../remembered-mapping.ts";
import type { Review } from "../state.ts";
import { tellHost } from "./host-callbacks.ts";
import { loadedReader, loadReader } from "./load-reader.ts";

/** Where the remembered mappings of one application are kept, as one text. Both calls may throw: then nothing is remembered. */
export interface MappingStorage {
  /** The text as it was saved last; null when there is none. */
  load(): string | null;
  /** null removes it. */
  save(text: string | null): void;
}

/** What an importer remembers from file to file. */
export interface MappingMemory {
  /** Newest first: what the storage holds, as far as it is known. */
  getState(): readonly RememberedMapping[];
  /** Told after each change; returns how to stop being told. */
  subscribe(listener: () => void): () => void;
  /** Looks into the storage, as soon as the reader is there; other tabs write there too. */
  refresh(): void;
  /** The mapping of exactly this header. */
  recall(table: CsvTable): RememberedMapping | null;
  /** Keeps what a start confirmed. */
  remember(review: Review, sourceName: string, now: number): void;
  /** One signature, or null for all of them. */
  forget(signature: string | null): void;
}

/**
 * Creates a memory; the storage is not touched before the first call.
 *
 * @param prepare Awaited before the first look: for a view that loads its own parts.
 */
export function createMappingMemory(storage: MappingStorage, prepare?: () => Promise<void>): MappingMemory {
  const store = createStore<readonly RememberedMapping[]>(() => []);

  function refresh(): void {
    store.setState(load(storage), true);
  }

  // Without the reader there is no file to map either; the next file looks again.
  function refreshOnceLoaded(): void {
    void Promise.all([loadReader(), prepare?.()]).then(refresh, () => {});
  }

  // What the storage refused is not remembered, and must not look as if it were.
  function keep(entries: readonly RememberedMapping[]): void {
    try {
      storage.save(entries.length > 0 ? (loadedReader()?.formatRemembered(entries) ?? null) : null);
    } catch {
      // Full, or forbidden: the import goes on all the same.
    }
    refresh();
  }

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(() => tellHost(listener, undefined)),
    refresh: refreshOnceLoaded,
    recall(table) {
      refresh();
      return loadedReader()?.findRemembered(store.getState(), table) ?? null;
    },
    remember(review, sourceName, now) {
      const reader = loadedReader();
      const entry = reader?.toRemembered(review, sourceName, now);
      if (reader && entry) keep(reader.withRemembered(load(storage), entry));
    },
    forget(signature) {
      keep(signature === null ? [] : load(storage).filter((entry) => entry.signature !== signature));
    },
  };
}

function load(storage: MappingStorage): RememberedMapping[] {
  try {
    return loadedReader()?.parseRemembered(storage.load()) ?? [];
  } catch {
    return [];
  }
}
