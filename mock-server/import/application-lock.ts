// One application, locked for one piece of work; its being busy is an expected outcome.
import type { ProblemCode } from "../../src/contract/problem.ts";
import { ApplicationBusyError, type Store, type Transaction } from "../store/store.ts";

/** What was asked for, or the code of the problem why not. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly code: ProblemCode };

/** Works on one application alone, and alone with its idempotency key. */
export type Lock = <T>(
  appId: string,
  idempotencyKey: string | null,
  work: (transaction: Transaction) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>;

/** Creates a lock that is waited for at most `maxWait` milliseconds. */
export function createLock(store: Store, maxWait: number): Lock {
  return async (appId, idempotencyKey, work) => {
    try {
      return await store.transaction(appId, { idempotencyKey, maxWait }, work);
    } catch (error) {
      if (error instanceof ApplicationBusyError) return { ok: false, code: "import-in-progress" };
      throw error;
    }
  };
}
