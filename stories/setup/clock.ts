// Gives the stories a clock of their own: it shows the same morning in every picture, and moves on only when a story says so.

const morning = Date.UTC(2026, 4, 4, 9, 30);
const SystemDate = globalThis.Date;
let passed = 0;

/** Sets the page's `Date` to the stories' morning. @returns a function that restores it. */
export function stopClock(): () => void {
  passed = 0;
  const now = () => morning + passed;
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

/** Moves the stories' clock on by so many milliseconds. */
export function passTime(milliseconds: number): void {
  passed += milliseconds;
}
