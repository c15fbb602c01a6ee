// Long work in short pieces: under MSW the backend shares the page's main thread with the person who is waiting.

// Two frames: shorter pieces cost more in waiting than they give back.
const longestPiece = 30;

/** Does the work for each value in order, and lets others have the thread every 30 ms. */
export async function inSlices<In, Out>(
  values: readonly In[],
  work: (value: In, index: number) => Out,
): Promise<Out[]> {
  const outcome: Out[] = [];
  let began = performance.now();
  for (const [index, value] of values.entries()) {
    outcome.push(work(value, index));
    if (index % 100 === 99 && performance.now() - began > longestPiece) {
      await nextTask();
      began = performance.now();
    }
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
