// Reads users from any iterable input, no faster than they are sent.
import type { UserInput } from "../../contract/user.ts";
import { SyncError } from "../sync-error.ts";
import type { SyncInput } from "./sync-options.ts";

/** Reads an input. */
export interface InputReader {
  /**
   * Appends users to the list until it holds `count`; true when the input has ended. Users read before a failure are in the list.
   *
   * @throws SyncError `input_failed`, or the signal's reason.
   */
  fill(users: UserInput[], count: number): Promise<boolean>;
  /** Stops reading. */
  close(): void;
}

/**
 * Creates a reader.
 *
 * @throws TypeError for an input that can't be iterated.
 */
export function createInputReader(input: SyncInput, signals: readonly (AbortSignal | undefined)[]): InputReader {
  const iterator = toIterator(input);
  const findAborted = () => signals.find((signal) => signal?.aborted);
  let isOpen = true;

  async function next(aborted: Promise<never>): Promise<IteratorResult<UserInput>> {
    try {
      const result = iterator.next();
      return result instanceof Promise ? await Promise.race([result, aborted]) : await result;
    } catch (cause) {
      if (findAborted()) throw findAborted()?.reason;
      isOpen = false;
      throw new SyncError("input_failed", "Reading the users failed.", { cause });
    }
  }

  return {
    async fill(users, count) {
      const { aborted, release } = toAborted(signals);
      try {
        while (users.length < count && isOpen) {
          findAborted()?.throwIfAborted();
          const { done, value } = await next(aborted);
          if (done) isOpen = false;
          else users.push(value);
        }
        return !isOpen;
      } finally {
        release();
      }
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      // Not awaited: an input that hangs would block the end of the run.
      void returnEarly(iterator).catch(() => {});
    },
  };
}

function toIterator(input: SyncInput): Iterator<UserInput> | AsyncIterator<UserInput> {
  if (typeof input === "object" && input !== null) {
    if (Symbol.asyncIterator in input) return input[Symbol.asyncIterator]();
    if (Symbol.iterator in input) return input[Symbol.iterator]();
  }
  throw new TypeError("users must be an array or anything else that can be iterated.");
}

async function returnEarly(iterator: Iterator<UserInput> | AsyncIterator<UserInput>): Promise<void> {
  await iterator.return?.();
}

/**
 * A promise that rejects with the reason of the first signal that aborts from now on, with one listener however often it is raced.
 * `release` removes the listeners, so that a long-lived signal holds no reference.
 */
export function toAborted(signals: readonly (AbortSignal | undefined)[]): {
  readonly aborted: Promise<never>;
  release(): void;
} {
  let stop = (_reason: unknown) => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = reject;
  });
  aborted.catch(() => {});
  const listeners = signals.map((signal) => {
    const listener = () => stop(signal?.reason);
    signal?.addEventListener("abort", listener, { once: true });
    return () => signal?.removeEventListener("abort", listener);
  });
  return {
    aborted,
    release() {
      for (const remove of listeners) remove();
    },
  };
}
