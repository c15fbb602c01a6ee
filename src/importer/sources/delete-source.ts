// The delete dialog: previews the effect with a dry run, deletes each source once, one after another, and reports the rollbacks.
import type { ImportClient } from "../../client/import-client.ts";
import type { Rollback, Source } from "../../contract/source.ts";
import { createLatestCall } from "../effects/calls.ts";
import type { ImportFailure } from "../state.ts";

/** The delete dialog, while it is open. */
export interface DeletePrompt {
  /** The source that is deleted first, or next. */
  readonly source: Source;
  /** The sources that are deleted after it, in this order. */
  readonly others: readonly Source[];
  /** How many sources this dialog has deleted. */
  readonly deleted: number;
  /** The results of the server's dry runs, added up; null while unknown, or if the server offers none. */
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
  /** Called when a source is deleted, with the rollbacks of this dialog so far, its own last, and the prompt for the next source. */
  readonly onDeleted: (source: Source, rollbacks: readonly Rollback[], next: DeletePrompt | null) => void;
}

/** The actions of the delete dialog. */
export interface DeleteDialog {
  /** Opens the dialog for a source, or for several that are deleted in this order. */
  ask(source: Source, ...others: readonly Source[]): void;
  keep(): void;
  confirm(): void;
  /** Aborts the call in progress and closes the dialog. */
  stop(): void;
}

/** Creates the delete dialog, closed. */
export function createDeleteDialog(options: DeleteDialogOptions): DeleteDialog {
  const { client, getPrompt, setPrompt, offersDryRun, fail, onDeleted } = options;
  const latestCall = createLatestCall();
  let rollbacks: readonly Rollback[] = [];

  function update(changes: Partial<DeletePrompt>): void {
    const prompt = getPrompt();
    setPrompt(prompt && { ...prompt, ...changes });
  }

  function ask(source: Source, ...others: readonly Source[]): void {
    if (getPrompt()?.phase === "deleting") return;
    // A server without dry runs would ignore the parameter and delete.
    const canAsk = offersDryRun();
    latestCall.stop();
    rollbacks = [];
    setPrompt({ source, others, deleted: 0, effect: null, phase: canAsk ? "asking" : "ready", failure: null });
    if (!canAsk) return;
    const dryRun = async (signal: AbortSignal) => {
      const effects: Rollback[] = [];
      for (const { id } of [source, ...others]) effects.push(await client.deleteSource(id, { dryRun: true, signal }));
      return sumRollbacks(effects);
    };
    latestCall.run(
      dryRun,
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
    const next = toNextPrompt(getPrompt());
    rollbacks = [...rollbacks, { ...rollback, source: rollback.source ?? source }];
    onDeleted(source, rollbacks, next);
    if (next) confirm();
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

// The prompt after its first source was deleted; null after the last one.
function toNextPrompt(prompt: DeletePrompt | null): DeletePrompt | null {
  const [source, ...others] = prompt?.others ?? [];
  if (!prompt || !source) return null;
  return { ...prompt, source, others, deleted: prompt.deleted + 1, effect: null, phase: "ready" };
}

/** The numbers of several rollbacks added up; a number that one of them lacks is unknown. */
export function sumRollbacks(rollbacks: readonly Rollback[]): Rollback {
  const sum = (key: "removed" | "alreadyGone" | "reactivatedKept") =>
    rollbacks.reduce<number | null>((total, one) => {
      const count = one[key];
      return total === null || count === null ? null : total + count;
    }, 0);
  const [only, ...others] = rollbacks;
  if (only && others.length === 0) return only;
  return {
    source: null,
    removed: sum("removed"),
    alreadyGone: sum("alreadyGone"),
    reactivatedKept: sum("reactivatedKept"),
    alreadyDeleted: rollbacks.every(({ alreadyDeleted }) => alreadyDeleted),
  };
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
