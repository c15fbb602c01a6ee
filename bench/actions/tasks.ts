// Reads from a trace how long the tasks of each action were.
import type { TraceEvent } from "./browser.ts";

/** What is to be traced. */
export const categories = ["disabled-by-default-devtools.timeline", "blink.user_timing", "__metadata"] as const;

/** One action as it was traced; all times in milliseconds. */
export interface MeasuredAction {
  readonly name: string;
  /** Processor time of the longest task, which other work on the machine lengthens little. */
  readonly longest: number;
  /** How long that task took on the clock. */
  readonly longestWall: number;
  /** From the press to the next frame. */
  readonly paint: number;
  /** From the press until the card shows the outcome. */
  readonly done: number;
}

const ms = (microseconds: number) => microseconds / 1000;

/** The actions of a trace, in order. */
export function readActions(events: readonly TraceEvent[]): MeasuredAction[] {
  const marks = events.filter(({ name, ph }) => name.startsWith("bench:") && (ph === "I" || ph === "R" || ph === "i"));
  const names = marks.flatMap(({ name }) => (name.startsWith("bench:start:") ? [name.slice(12)] : []));
  return names.map((name) => {
    const at = (moment: string) => marks.find((mark) => mark.name === `bench:${moment}:${name}`);
    const [start, paint, done, end] = ["start", "paint", "done", "end"].map(at);
    if (!start || !paint || !done || !end) throw new Error(`The trace lacks a mark of ${name}.`);
    const tasks = events.filter((event) => event.name === "RunTask" && isSameThread(event, start) && event.dur);
    // The press is in the task of its mark.
    const own = tasks.filter(({ ts, dur = 0 }) => ts + dur >= start.ts && ts <= end.ts);
    const longest = own.reduce((most, task) => (worked(task) > worked(most) ? task : most), own[0] ?? start);
    return {
      name,
      longest: ms(worked(longest)),
      longestWall: ms(longest.dur ?? 0),
      paint: ms(paint.ts - start.ts),
      done: ms(done.ts - start.ts),
    };
  });
}

function worked({ tdur, dur = 0 }: TraceEvent): number {
  return tdur ?? dur;
}

function isSameThread(one: TraceEvent, other: TraceEvent): boolean {
  return one.pid === other.pid && one.tid === other.tid;
}
