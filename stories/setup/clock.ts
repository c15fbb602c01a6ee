// The clock of the stories: the same morning in every picture. It stands still, unless a story is about waiting.

/** `stopped`: only answers of the backend take time. `running`: real seconds pass. */
export type Clock = "stopped" | "running";

const morning = Date.UTC(2026, 4, 4, 9, 30);
const SystemDate = globalThis.Date;
let passed = 0;

/** Sets the page's `Date` to the stories' morning. @returns what sets it back. */
export function setClock(clock: Clock): () => void {
  const begin = performance.now();
  passed = 0;
  const now = () => morning + passed + (clock === "running" ? Math.floor(performance.now() - begin) : 0);
  globalThis.Date = class extends SystemDate {
    static override now(): number {
      return now();
    }
    constructor(...parts: ConstructorParameters<typeof SystemDate> | []) {
      if (parts.length === 0) super(now());
      else super(...parts);
    }
  } as DateConstructor;
  return () => {
    globalThis.Date = SystemDate;
  };
}

/** Lets the stories' clock go on, in milliseconds. */
export function passTime(milliseconds: number): void {
  passed += milliseconds;
}
