// The delete dialog: what it would do, doing it once, and what came of it.
import type { StoreApi } from "zustand/vanilla";
import type { ImportClient } from "../../client/import-client.ts";
import type { Rollback, Source } from "../../contract/source.ts";
import type { DeletePrompt, SourceListState } from "../actions.ts";
import { createLatest } from "../effects/latest-call.ts";
import type { ImportFailure } from "../state.ts";

/** What the dialog works with. */
export interface DeletionOptions {
  readonly client: Pick<ImportClient, "deleteSource">;
  readonly store: StoreApi<SourceListState>;
  /** Tells the host, and reads the error. */
  readonly fail: (error: unknown) => ImportFailure;
  readonly onDeleted: (id: string, rollback: Rollback) => void;
}

/** The dialog's verbs. */
export interface Deletion {
  ask(source: Source): void;
  keep(): void;
  confirm(): void;
  /** Ends every call under way and closes the dialog. */
  stop(): void;
}

/** Creates the dialog over the list's store. */
export function createDeletion({ client, store, fail, onDeleted }: DeletionOptions): Deletion {
  const line = createLatest();

  function update(changes: Partial<DeletePrompt>): void {
    store.setState(({ deleting }) => ({ deleting: deleting && { ...deleting, ...changes } }));
  }

  function ask(source: Source): void {
    const { deleting, extensions } = store.getState();
    if (deleting?.phase === "deleting") return;
    // A server that ignores the parameter would delete for real.
    const canAsk = extensions.includes("dryRun");
    line.stop();
    store.setState({ deleting: { source, effect: null, phase: canAsk ? "asking" : "ready", failure: null } });
    if (!canAsk) return;
    line.run(
      (signal) => client.deleteSource(source.id, { dryRun: true, signal }),
      (effect) => update({ phase: "ready", effect }),
      () => update({ phase: "ready" }),
    );
  }

  // The effect is worth waiting for, but not needed: who confirms before it is known ends the question.
  function confirm(): void {
    const { deleting } = store.getState();
    if (!deleting || deleting.phase === "deleting") return;
    const { source } = deleting;
    update({ phase: "deleting", failure: null });
    line.run(
      (signal) => client.deleteSource(source.id, { signal }),
      (rollback) => finish(source, rollback),
      (error) => (isGone(error) ? finish(source, goneBefore) : showFailure(fail(error))),
    );
  }

  function showFailure({ code, outcomeUnknown }: ImportFailure): void {
    update({ phase: "failed", failure: code, outcomeUnknown });
  }

  function finish(source: Source, answer: Rollback): void {
    const rollback = { ...answer, source: answer.source ?? source };
    store.setState(({ sources, opened }) => ({
      deleting: null,
      rolledBack: rollback,
      sources: sources.filter(({ id }) => id !== source.id),
      opened: opened?.source.id === source.id ? null : opened,
    }));
    onDeleted(source.id, rollback);
  }

  function stop(): void {
    line.stop();
    store.setState({ deleting: null });
  }

  function keep(): void {
    // What is being deleted can't be kept any more.
    if (store.getState().deleting?.phase !== "deleting") stop();
  }

  return { ask, keep, confirm, stop };
}

/** The rollback of a source that somebody else deleted. */
export const goneBefore: Rollback = {
  source: null,
  removed: null,
  alreadyGone: null,
  reactivatedKept: null,
  alreadyDeleted: true,
};

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "source-not-found";
}
