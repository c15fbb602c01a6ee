// Loads the screens and texts of a plain file: ahead of the first file, and at the latest before it is read.
import { useSyncExternalStore } from "react";
import { loadExtraScreens } from "./load-extra-screens.ts";

type LaterScreens = typeof import("../later-screens.ts");

let screens: LaterScreens | null = null;
const listeners = new Set<() => void>();

/** Loads the screens once, and then begins to load all others. Rejects when the download fails; the next call tries again. */
export async function loadLaterScreens(): Promise<void> {
  if (!screens) {
    screens = await import("../later-screens.ts");
    for (const listener of listeners) listener();
  }
  void loadExtraScreens();
}

/** The screens; null before they are loaded. No placeholder is needed: a state that shows one begins only after loading. */
export function laterScreens(): LaterScreens | null {
  return screens;
}

/** The screens, as `laterScreens`; renders again once they are loaded. */
export function useLaterScreens(): LaterScreens | null {
  return useSyncExternalStore(subscribe, laterScreens, () => null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
