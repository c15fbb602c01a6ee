// Loads the reader of files once, ahead of the first file.

type Reader = typeof import("./reader-chunk.ts");

let loading: Promise<Reader> | null = null;
let loaded: Reader | null = null;

/** Loads the reader. Rejects when the page can't get it, offline or after a new release; the next call tries again. */
export function loadReader(): Promise<Reader> {
  if (!loading) {
    loading = import("./reader-chunk.ts").catch((error: unknown) => {
      loading = null;
      throw error;
    });
    loading.then(
      (reader) => {
        loaded = reader;
      },
      () => {},
    );
  }
  return loading;
}

/** The reader; null until it is loaded. Once a file was read, it is. */
export function loadedReader(): Reader | null {
  return loaded;
}
