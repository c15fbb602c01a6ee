// Loads the screens that are needed only once a file is chosen: ahead of the first file, and at the latest before it is read.

type LaterScreens = typeof import("../later-screens.ts");

let screens: LaterScreens | null = null;

/** Loads the screens once. Rejects when the download fails; the next call tries again. */
export async function loadLaterScreens(): Promise<void> {
  screens ??= await import("../later-screens.ts");
}

/** The screens; null before they are loaded. No placeholder is needed: a state that shows one begins only after loading. */
export function laterScreens(): LaterScreens | null {
  return screens;
}
