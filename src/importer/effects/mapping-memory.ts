// Remembers confirmed mappings in a storage that may fail, be full, or contain anything.
import { createStore } from "zustand/vanilla";
import type { CsvTable } from "../../csv/table.ts";
import type { RememberedMapping, Review } from "../state.ts";
import { callHost } from "./calls.ts";
import { loadedReader, loadReader } from "./load-reader.ts";

/** Stores the remembered mappings of one application as one text. If a call throws, nothing is remembered. */
export interface MappingStorage {
  /** The last saved text; null if there is none. */
  load(): string | null;
  /** null removes the text. */
  save(text: string | null): void;
}

/** The mappings that an importer remembers from file to file. */
export interface MappingMemory {
  /** The mappings read from the storage last, newest first; null if it can't be read. */
  getState(): readonly RememberedMapping[] | null;
  /** Calls the listener after each change; returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
  /** Reads the storage, once the reader is loaded. Other tabs write to it too. */
  refresh(): void;
  /** The mapping remembered for exactly this header. */
  recall(table: CsvTable): RememberedMapping | null;
  /** Saves the mapping that an import confirmed. */
  remember(review: Review, sourceName: string, now: number): void;
  /** Forgets the mapping with this signature, or all mappings (null). */
  forget(signature: string | null): void;
}

/**
 * Creates a memory. It does not access the storage before the first call.
 *
 * @param prepare Awaited before the first read, for a view that loads its own code.
 */
export function createMappingMemory(storage: MappingStorage, prepare?: () => Promise<void>): MappingMemory {
  const store = createStore<readonly RememberedMapping[] | null>(() => []);

  function refresh(): void {
    store.setState(load(storage), true);
  }

  // Without the reader there is no file to map. The next file reads the storage again.
  function refreshOnceLoaded(): void {
    void Promise.all([loadReader(), prepare?.()]).then(refresh, () => {});
  }

  // Reads the storage afterwards, so that a mapping it refused is not shown as remembered.
  function save(entries: readonly RememberedMapping[]): void {
    try {
      storage.save(entries.length > 0 ? (loadedReader()?.formatRemembered(entries) ?? null) : null);
    } catch {
      // The storage is full or blocked. The import continues.
    }
    refresh();
  }

  return {
    getState: store.getState,
    subscribe: (listener) => store.subscribe(() => callHost(listener, undefined)),
    refresh: refreshOnceLoaded,
    recall(table) {
      refresh();
      return loadedReader()?.findRemembered(store.getState() ?? [], table) ?? null;
    },
    remember(review, sourceName, now) {
      const reader = loadedReader();
      const entry = reader?.toRemembered(review, sourceName, now);
      if (reader && entry) save(reader.withRemembered(load(storage) ?? [], entry));
    },
    forget(signature) {
      save(signature === null ? [] : (load(storage) ?? []).filter((entry) => entry.signature !== signature));
    },
  };
}

// Null where reading throws, as in a sandboxed frame: nothing can be remembered there.
function load(storage: MappingStorage): RememberedMapping[] | null {
  try {
    return parse(storage.load());
  } catch {
    return null;
  }
}

function parse(text: string | null): RememberedMapping[] {
  try {
    return loadedReader()?.parseRemembered(text) ?? [];
  } catch {
    return [];
  }
}
