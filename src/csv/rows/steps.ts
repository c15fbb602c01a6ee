// Divides work into steps, which are done at once or in short tasks, between which a browser can paint and respond.
import { yieldToMain } from "../read/yield-to-main.ts";

/** Work that may rest after each step. The last one returns the result. */
export type Steps<Result> = Generator<void, Result>;

/** Rows of a file that are read in one step: a few milliseconds of work. */
export const rowsInStep = 1000;

/** The rows with their places, and a rest after each step. */
export function* inSteps<Row>(rows: readonly Row[], work: (row: Row, place: number) => void): Steps<void> {
  for (let place = 0; place < rows.length; place += 1) {
    work(rows[place] as Row, place);
    if (place % rowsInStep === rowsInStep - 1) yield;
  }
}

/** Does all steps at once. */
export function finishSteps<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

// Milliseconds of work before the browser may paint and respond. Together with one step still far below 50.
const taskLength = 8;

/** Does the steps in short tasks, the first of them at once. Resolves to null if the signal was aborted meanwhile. */
export async function stepsInTasks<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result | null> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < taskLength) continue;
    await yieldToMain();
    if (signal?.aborted) return null;
    since = performance.now();
  }
}
