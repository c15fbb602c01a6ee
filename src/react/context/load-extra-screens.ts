// Loads all screens and texts that neither the first screen nor a plain file needs, after those; the card works without them, and says what it can't do.
import { createLoadedPart } from "./loaded-part.ts";

/** All screens that neither the first screen nor a plain file needs. */
export type ExtraScreens = typeof import("../extra-screens.ts");

const part = createLoadedPart<ExtraScreens>(() => import("../extra-screens.ts"));

/** Loads the screens once. Null when the download fails; the next call tries again. */
export function loadExtraScreens(): Promise<ExtraScreens | null> {
  return part.load().catch(() => null);
}

/** Calls back at once if the screens are loaded, otherwise as soon as they are. If they can't be loaded, the card says so. */
export function withExtraScreens(callback: () => void, onFailed?: () => void): void {
  if (part.current()) callback();
  else void loadExtraScreens().then((loaded) => (loaded ? callback : onFailed)?.());
}

/** The screens; null before they are loaded, and if they can't be. Renders again once they are loaded. */
export const useExtraScreens = part.use;

/** True if the last attempt to load the screens failed. */
export const useHasExtrasFailed = part.useHasFailed;
