// Yields to the browser between two slices of work, so that it can paint and respond.
// Not in TypeScript's DOM types for every engine yet: https://developer.mozilla.org/docs/Web/API/Scheduler/yield
interface Scheduler {
  yield?(): Promise<void>;
}

/** Resolves in a new task. Not a timer: browsers delay nested timers by 4 ms each. */
export function yieldToMain(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open port would keep a Node process alive.
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
