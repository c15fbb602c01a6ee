// The next state for every pair of state and event.
import { describe, expect, test } from "vitest";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { beforeReview } from "../../../src/importer/machine/before-review.ts";
import { transition } from "../../../src/importer/machine/transition.ts";
import type { ImporterState } from "../../../src/importer/state.ts";
import { events, everyState } from "../states.ts";

// A dash: the event does not belong there, and the very same state comes back.
const table = `
                    idle       reading    reviewing  importing  paused     failed     finished
  fileChosen        reading    reading    reading    -          -          reading    reading
  readProgressed    -          reading    -          -          -          -          -
  fileRead          -          reviewing  -          -          -          -          -
  fileRefused       idle       idle       reviewing  -          -          failed     finished
  dialectChanged    -          -          reading    -          -          reading    -
  refusalOverruled  -          -          -          -          -          -          -
  columnAssigned    -          -          reviewing  -          -          reviewing  -
  datesConverted    -          -          reviewing  -          -          reviewing  -
  namesJoined       -          -          -          -          -          -          -
  textsEmptied      -          -          reviewing  -          -          reviewing  -
  textsRepaired     -          -          reviewing  -          -          reviewing  -
  emailUsedAsId     -          -          -          -          -          -          -
  domainRepaired    -          -          reviewing  -          -          reviewing  -
  mappingForgotten  -          -          -          -          -          -          -
  cellCorrected     -          -          reviewing  -          -          reviewing  -
  correctionsUndone -          -          -          -          -          -          -
  textsReplaced     -          -          reviewing  -          -          reviewing  -
  replacementUndone -          -          -          -          -          -          -
  rowsLeftOut       -          -          reviewing  -          -          reviewing  -
  mergeDecided      -          -          -          -          -          -          -
  sourceNamed       idle       reading    reviewing  -          -          reviewing  -
  importStarted     -          -          importing  -          -          -          -
  checkStarted      -          -          reviewing  -          -          -          -
  checkFinished     -          -          -          -          -          -          -
  checkFailed       -          -          -          -          -          -          -
  attemptFailed     -          -          -          importing  -          -          -
  importFinished    -          -          -          finished   -          -          -
  importFailed      -          -          -          failed     -          -          -
  pauseChosen       -          -          -          -          -          -          -
  continued         -          -          -          -          importing  -          -
  importEnded       -          -          -          -          finished   -          -
  restChosen        -          -          -          -          -          -          -
  cancelled         -          idle       -          failed     -          -          -
  retried           -          -          -          -          -          importing  -
  reviewResumed     -          -          -          -          -          reviewing  -
  restarted         -          -          -          -          -          -          idle
`;

const [header = [], ...lines] = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

const pairs = lines.flatMap(([event, ...cells]) =>
  cells.map((next, column) => ({ event: event as ImporterEvent["type"], state: header[column] ?? "", next })),
);

test("the table names every event and every state", async () => {
  expect(lines.map(([event]) => event)).toEqual(Object.keys(events));
  expect(header).toEqual(Object.keys(await everyState()));
});

test.each(pairs)("$state, $event: $next", async ({ state, event, next }) => {
  const before: ImporterState = (await everyState())[state as ImporterState["status"]];
  const after = transition(before, events[event]);
  if (next === "-") expect(after).toBe(before);
  else {
    expect(after.status).toBe(next);
    expect(after).not.toBe(before);
  }
});

// The page runs it until the file reader is loaded.
describe("the part that loads with the page", () => {
  const ofThePage = pairs.filter(({ state }) => state === "idle" || state === "reading");

  test.each(ofThePage)(
    "$state, $event: as the whole machine, which alone begins a review",
    async ({ state, event }) => {
      const before: ImporterState = (await everyState())[state as ImporterState["status"]];
      const whole = event === "fileRead" ? before : transition(before, events[event]);
      const part = beforeReview(before, events[event]);
      if (whole === before) expect(part).toBe(before);
      else expect(part).toEqual(whole);
    },
  );

  test("a later state is not its own: the very same state comes back", async () => {
    const { idle: _, reading: __, ...later } = await everyState();
    for (const state of Object.values(later)) {
      for (const event of Object.values(events)) expect(beforeReview(state, event)).toBe(state);
    }
  });
});
