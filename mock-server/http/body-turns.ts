// Lets a number of requests work at a time; others wait for a turn, but not for long.

/** Turns that are taken and given back. */
export interface Turns {
  /** False where none became free in time. */
  take(): Promise<boolean>;
  giveBack(): void;
}

/**
 * Creates the turns, all of them free.
 *
 * @param maxWait Milliseconds.
 */
export function createTurns(number: number, maxWait: number): Turns {
  let free = number;
  const waiting: ((hasTurn: boolean) => void)[] = [];

  function wait(): Promise<boolean> {
    return new Promise((resolve) => {
      const start = (hasTurn: boolean) => {
        clearTimeout(timer);
        resolve(hasTurn);
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(start), 1);
        resolve(false);
      }, maxWait);
      waiting.push(start);
    });
  }

  return {
    async take() {
      if (free === 0) return wait();
      free -= 1;
      return true;
    },
    giveBack() {
      const next = waiting.shift();
      if (next) next(true);
      else free += 1;
    },
  };
}
