// Loads all screens and texts that neither the first screen nor a plain file needs, after those; the card works without them, and says what it can't do.
import { useSyncExternalStore } from "react";

/** All screens that neither the first screen nor a plain file needs. */
export type ExtraScreens = typeof import("../extra-screens.ts");

let screens: ExtraScreens | null = null;
let hasFailed = false;
const listeners = new Set<() => void>();

/** Loads the screens once. Null when the download fails; the next call tries again. */
export async function loadExtraScreens(): Promise<ExtraScreens | null> {
  screens ??= await import("../extra-screens.ts").catch(() => null);
  hasFailed = screens === null;
  for (const listener of listeners) listener();
  return screens;
}

/** Calls back at once if the screens are loaded, otherwise as soon as they are. If they can't be loaded, the card says so instead. */
export function withExtraScreens(callback: () => void): void {
  if (screens) callback();
  else void loadExtraScreens().then((loaded) => loaded && callback());
}

/** The screens; null before they are loaded, and if they can't be. Renders again once they are loaded. */
export function useExtraScreens(): ExtraScreens | null {
  return useSyncExternalStore(subscribe, () => screens, getNothing);
}

/** True if the last attempt to load the screens failed. */
export function useHasExtrasFailed(): boolean {
  return useSyncExternalStore(subscribe, () => hasFailed, getFalse);
}

const getNothing = () => null;
const getFalse = () => false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
