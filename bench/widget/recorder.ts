// What stands in every page under test: the clock, the long tasks, and what the page says of its rows.

/** What a page that hands rows over calls, and what is read afterwards. */
interface Recorder {
  /** When the file was chosen; all times are milliseconds of `performance.now()`. */
  chosenAt: number | null;
  /** When the page said that it was done. */
  doneAt: number | null;
  /** Invalid rows, where the page counts them. */
  bad: number | null;
  count: number;
  /** Tasks of more than 50 ms: when each began and how long it took. */
  readonly longTasks: [start: number, duration: number][];
  rows(batch: { readonly length: number }): void;
  done(found?: { bad?: number }): void;
  /** Resolves with the time at which this was true in a frame that has been produced. */
  shown(isShown: () => boolean): Promise<number>;
}

declare global {
  interface Window {
    __bench: Recorder;
  }
}

/** Runs in the page before anything else of it, and may use nothing from here. */
export function record(): void {
  const recorder: Recorder = {
    ...{ chosenAt: null, doneAt: null, bad: null, count: 0, longTasks: [] },
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
          if (performance.now() > giveUpAt) return reject(new Error("Nothing came within a minute."));
          if (!isShown()) return requestAnimationFrame(look);
          // A message's task comes after the frame in whose callback we are.
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
