// The delete dialog: previews the effect with a dry run, deletes the source once, and reports the rollback.
import type { ImportClient } from "../../client/import-client.ts";
import type { Rollback, Source } from "../../contract/source.ts";
import { createLatestCall } from "../effects/calls.ts";
import type { ImportFailure } from "../state.ts";

/** The delete dialog, while it is open. */
export interface DeletePrompt {
  readonly source: Source;
  /** The result of the server's dry run; null while unknown, or if the server offers none. */
  readonly effect: Rollback | null;
  readonly phase: "asking" | "ready" | "deleting" | "failed";
  /** The code of the failure, a key of the view's `errors`. */
  readonly failure: string | null;
  /** True if the source may be deleted although the call failed. */
  readonly outcomeUnknown?: boolean;
}

/** The options of the delete dialog. */
export interface DeleteDialogOptions {
  readonly client: Pick<ImportClient, "deleteSource">;
  readonly getPrompt: () => DeletePrompt | null;
  readonly setPrompt: (prompt: DeletePrompt | null) => void;
  readonly offersDryRun: () => boolean;
  /** Reports an error to the host and converts it. */
  readonly fail: (error: unknown) => ImportFailure;
  /** Called when the source is deleted. Closes the dialog. */
  readonly onDeleted: (source: Source, rollback: Rollback) => void;
}

/** The actions of the delete dialog. */
export interface DeleteDialog {
  ask(source: Source): void;
  keep(): void;
  confirm(): void;
  /** Aborts the call in progress and closes the dialog. */
  stop(): void;
}

/** Creates the delete dialog, closed. */
export function createDeleteDialog(options: DeleteDialogOptions): DeleteDialog {
  const { client, getPrompt, setPrompt, offersDryRun, fail, onDeleted } = options;
  const latestCall = createLatestCall();

  function update(changes: Partial<DeletePrompt>): void {
    const prompt = getPrompt();
    setPrompt(prompt && { ...prompt, ...changes });
  }

  function ask(source: Source): void {
    if (getPrompt()?.phase === "deleting") return;
    // A server without dry runs would ignore the parameter and delete.
    const canAsk = offersDryRun();
    latestCall.stop();
    setPrompt({ source, effect: null, phase: canAsk ? "asking" : "ready", failure: null });
    if (!canAsk) return;
    latestCall.run(
      (signal) => client.deleteSource(source.id, { dryRun: true, signal }),
      (effect) => update({ phase: "ready", effect }),
      () => update({ phase: "ready" }),
    );
  }

  // The dry run is helpful but not required: confirming before it is done aborts it.
  function confirm(): void {
    const prompt = getPrompt();
    if (!prompt || prompt.phase === "deleting") return;
    const { source } = prompt;
    update({ phase: "deleting", failure: null });
    latestCall.run(
      (signal) => client.deleteSource(source.id, { signal }),
      (rollback) => finish(source, rollback),
      (error) => (isNotFound(error) ? finish(source, alreadyDeletedRollback) : showFailure(fail(error))),
    );
  }

  function finish(source: Source, rollback: Rollback): void {
    onDeleted(source, { ...rollback, source: rollback.source ?? source });
  }

  function showFailure({ code, outcomeUnknown }: ImportFailure): void {
    update({ phase: "failed", failure: code, outcomeUnknown });
  }

  function stop(): void {
    latestCall.stop();
    setPrompt(null);
  }

  function keep(): void {
    // A deletion in progress can't be taken back.
    if (getPrompt()?.phase !== "deleting") stop();
  }

  return { ask, keep, confirm, stop };
}

/** The rollback of a source that was deleted elsewhere. */
export const alreadyDeletedRollback: Rollback = {
  source: null,
  removed: null,
  alreadyGone: null,
  reactivatedKept: null,
  alreadyDeleted: true,
};

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "source-not-found";
}
