// What the element tells its page: its events, by names that no event of the platform has.
import type { Rollback } from "../contract/source.ts";
import type { ImportFailure, ImportReport } from "../importer/state.ts";

/** The events of the element. They bubble, and pass the borders of shadow roots around it. */
export interface ImportExistingUsersEvents {
  /** An import has come to its end; `detail` has each row. */
  readonly "ieu-imported": CustomEvent<ImportReport>;
  /** A saved source was deleted; `detail` has the server's own numbers. */
  readonly "ieu-source-deleted": CustomEvent<Rollback>;
  /** A request has failed for good; `detail.code` says how. */
  readonly "ieu-error": CustomEvent<ImportFailure>;
}

/** Sends one of them. */
export function tell<Name extends keyof ImportExistingUsersEvents>(
  element: HTMLElement,
  name: Name,
  detail: ImportExistingUsersEvents[Name]["detail"],
): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
