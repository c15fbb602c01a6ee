// Records times and long tasks in every measured page, and the rows that it reports.

/** Called by pages that report their rows, and read after the run. */
interface Recorder {
  /** Time of the choice of the file; all times are milliseconds of `performance.now()`. */
  chosenAt: number | null;
  /** Time at which the page reported that it was done. */
  doneAt: number | null;
  /** Number of invalid rows, if the page counts them. */
  bad: number | null;
  count: number;
  /** Tasks of more than 50 ms. */
  readonly longTasks: [start: number, duration: number][];
  rows(batch: { readonly length: number }): void;
  done(found?: { bad?: number }): void;
  /** Resolves with the time of the first rendered frame in which the condition is true. */
  shown(isShown: () => boolean): Promise<number>;
}

declare global {
  interface Window {
    __bench: Recorder;
  }
}

/** Runs in the page before its own scripts; must not use anything from this module. */
export function record(): void {
  const recorder: Recorder = {
    chosenAt: null,
    doneAt: null,
    bad: null,
    count: 0,
    longTasks: [],
    rows: (batch) => {
      recorder.count += batch.length;
    },
    done: (found = {}) => {
      recorder.doneAt = performance.now();
      recorder.bad = found.bad ?? null;
    },
    shown: (isShown) =>
      new Promise((resolve, reject) => {
        const giveUpAt = performance.now() + 60_000;
        const look = () => {
          if (performance.now() > giveUpAt) return reject(new Error("The screen did not appear within a minute."));
          if (!isShown()) return requestAnimationFrame(look);
          // The message arrives after the current frame is rendered.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
  };
  window.__bench = recorder;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) recorder.longTasks.push([startTime, duration]);
  }).observe({ type: "longtask" });
  const choose = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.type === "file") recorder.chosenAt ??= performance.now();
  };
  addEventListener("input", choose, true);
  addEventListener("change", choose, true);
}
