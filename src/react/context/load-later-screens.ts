// Loads the screens and texts of a plain file: ahead of the first file, and at the latest before it is read.
import { loadExtraScreens } from "./load-extra-screens.ts";
import { createLoadedPart } from "./loaded-part.ts";

type LaterScreens = typeof import("../later-screens.ts");

const part = createLoadedPart<LaterScreens>(() => import("../later-screens.ts"));

/** Loads the screens once, and then begins to load all others. Rejects when the download fails; the next call tries again. */
export async function loadLaterScreens(): Promise<void> {
  await part.load();
  void loadExtraScreens();
}

/** The screens; null before they are loaded. No placeholder is needed: a state that shows one begins only after loading. */
export const laterScreens = part.current;

/** The screens, as `laterScreens`; renders again once they are loaded. */
export const useLaterScreens = part.use;
