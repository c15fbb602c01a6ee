// Lets a long file that was read take less memory, while the page is idle.
import { shareTexts } from "../../csv/rows/share-texts.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { Review } from "../state.ts";

const shared = new WeakSet<CsvTable>();
// Fewer rows would save less than this costs.
const minRows = 1_000;

/** Shares the repeated texts of a review in idle moments, once for each file. Without effect in browsers that don't tell when they are idle. */
export function shareWhenIdle({ table, mapping, rows }: Pick<Review, "table" | "mapping" | "rows">): void {
  const { requestIdleCallback } = globalThis as Partial<Pick<typeof globalThis, "requestIdleCallback">>;
  if (!requestIdleCallback || rows.length < minRows || shared.has(table)) return;
  shared.add(table);
  const steps = shareTexts(table, mapping, rows);
  const goOn = (idle: IdleDeadline) => {
    do {
      if (steps.next().done) return;
    } while (idle.timeRemaining() > 5);
    requestIdleCallback(goOn);
  };
  requestIdleCallback(goOn);
}
