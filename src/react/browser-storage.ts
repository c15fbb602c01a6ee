// Where `persist` keeps the remembered mappings unless a host brings a place of its own: the browser's local storage.
import type { MappingStorage } from "../importer/effects/mapping-memory.ts";

/** One application's place in the local storage. Nothing is touched before the first call, which may throw. */
export function browserStorage(application: string): MappingStorage {
  const key = `import-existing-users:mappings:v1:${application}`;
  return {
    load: () => localStorage.getItem(key),
    save(text) {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    },
  };
}
