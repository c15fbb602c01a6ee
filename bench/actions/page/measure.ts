// Measures one action in the page: marks for the trace at the press, at the next frame, when it is done, and when the page is quiet again.

/** One thing that a person does. */
export interface Action {
  readonly name: string;
  /** Brings the card to where the action is possible; not measured. */
  readonly before?: () => Promise<void>;
  readonly press: () => void;
  /** True once the card shows what the action led to. */
  readonly isDone: () => boolean;
}

const giveUpAfter = 60_000;
// Work that follows an action, such as a search for offers, counts too.
const quietTime = 400;

/** Does the action and marks its times; the trace tells the tasks between them. */
export async function measure({ name, before, press, isDone }: Action): Promise<void> {
  try {
    await before?.();
    await wait(quietTime);
    await nextFrame();
    performance.mark(`bench:start:${name}`);
    press();
    await nextFrame();
    performance.mark(`bench:paint:${name}`);
    await until(isDone);
    await nextFrame();
    performance.mark(`bench:done:${name}`);
    await wait(quietTime);
    performance.mark(`bench:end:${name}`);
  } catch (error) {
    throw new Error(`${name}: ${toReport(error)}`);
  }
}

/** Resolves once the condition holds at the beginning of a frame. */
export async function until(condition: () => boolean): Promise<void> {
  const since = performance.now();
  while (!condition()) {
    if (performance.now() - since > giveUpAfter) throw new Error(`${condition} did not become true.`);
    await new Promise(requestAnimationFrame);
  }
}

// Resolves after the next frame was rendered.
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The message of an error. */
export function toReport(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
