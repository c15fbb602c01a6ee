// Runs long work in short slices, because under MSW the backend shares the main thread of the page.

// Milliseconds, two frames: shorter slices cost more in waiting than they gain.
const maxSlice = 30;

/** Creates a function to await between the steps of long work: it yields to other tasks every 30 ms. */
export function createPauses(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began <= maxSlice) return undefined;
    return nextTask().then(() => {
      began = performance.now();
    });
  };
}

/** Does the work for each value in order, and yields to other tasks every 30 ms. */
export async function inSlices<In, Out>(
  values: readonly In[],
  work: (value: In, index: number) => Out,
): Promise<Out[]> {
  const outcome: Out[] = [];
  const pause = createPauses();
  for (const [index, value] of values.entries()) {
    outcome.push(work(value, index));
    const others = pause();
    if (others) await others;
  }
  return outcome;
}

/** Resolves in a task of its own, after input and painting. */
export function nextTask(): Promise<void> {
  // Not a timer: browsers slow those down to one a second in a tab that is not in front.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
