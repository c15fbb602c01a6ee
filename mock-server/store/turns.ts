// One after another per name; who waits too long is turned away.
import { ApplicationBusyError } from "./store.ts";

/** Gives each caller its turn, in the order of arrival. */
export interface Turns {
  /**
   * Runs the work when everybody before has finished.
   *
   * @throws ApplicationBusyError after `maxWait` milliseconds of waiting.
   */
  take<T>(name: string, maxWait: number, work: () => Promise<T>): Promise<T>;
}

/** Creates turns that start free for every name. */
export function createTurns(): Turns {
  const lines = new Map<string, (() => void)[]>();

  async function enter(name: string, maxWait: number): Promise<void> {
    const line = lines.get(name);
    if (!line) {
      lines.set(name, []);
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const call = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(call), 1);
        reject(new ApplicationBusyError());
      }, maxWait);
      line.push(call);
    });
  }

  function leave(name: string): void {
    const next = lines.get(name)?.shift();
    if (next) next();
    else lines.delete(name);
  }

  return {
    async take(name, maxWait, work) {
      await enter(name, maxWait);
      try {
        return await work();
      } finally {
        leave(name);
      }
    },
  };
}
