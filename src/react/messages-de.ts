// The German words of the card, complete: a door of its own, so that only those who want them load them.
import type { Messages } from "./messages.ts";
import { germanCorrections } from "./messages-de-corrections.ts";
import { germanFailures } from "./messages-de-failures.ts";
import { germanFiles } from "./messages-de-files.ts";
import { germanMemory } from "./messages-de-memory.ts";
import { germanOffers } from "./messages-de-offers.ts";
import { germanRows } from "./messages-de-rows.ts";
import { germanScreens } from "./messages-de-screens.ts";
import { germanSources } from "./messages-de-sources.ts";

/** All words in German: for the prop `messages`, together with `locale="de"`, "de-AT" or "de-CH". */
export const german: Messages = {
  ...germanFiles,
  ...germanRows,
  ...germanFailures,
  ...germanOffers,
  ...germanMemory,
  ...germanCorrections,
  ...germanScreens,
  ...germanSources,
};
