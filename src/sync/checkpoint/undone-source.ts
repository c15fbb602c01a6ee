// What became of one source of a run that is undone.
import type { UndoneCounts } from "./checkpoint.ts";

/** What became of one source. */
export interface UndoneSource extends UndoneCounts {
  readonly sourceId: string;
  /** Null where only ids were given and the server did not say. */
  readonly name: string | null;
  /**
   * `undone` now; `already_undone` before; `would_be_undone` in a dry run; `unknown` when no answer tells; `failed`: it is still there;
   * `not_tried`: something stopped the undoing before it.
   */
  readonly state: "undone" | "already_undone" | "would_be_undone" | "unknown" | "failed" | "not_tried";
}
