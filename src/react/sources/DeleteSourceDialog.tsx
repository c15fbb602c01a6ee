"use client";
// Asks for confirmation before a source is deleted and shows the exact effect; Keep has the focus.
import { type ReactElement, useId, useRef } from "react";
import type { Source } from "../../contract/source.ts";
import type { DeletePrompt } from "../../importer/sources/delete-source.ts";
import type { SourceListActions } from "../../importer/sources/source-list.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { Heading } from "../controls/Heading.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { toFailureText, toSourceName } from "../messages/code-text.ts";

export interface DeleteSourceDialogProps {
  readonly prompt: DeletePrompt;
  readonly actions: Pick<SourceListActions, "keep" | "confirmDelete" | "refresh">;
}

export function DeleteSourceDialog({ prompt, actions }: DeleteSourceDialogProps): ReactElement {
  const { messages, format, appName } = useCard();
  const words = messages.deletion;
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  const isDeleting = prompt.phase === "deleting";
  const { deleted } = prompt;
  const sources = [prompt.source, ...prompt.others];
  const isSeveral = sources.length + deleted > 1;

  function keepSource(): void {
    if (isDeleting) return;
    actions.keep();
    if (prompt.outcomeUnknown) actions.refresh();
  }

  return (
    <Dialog aria-labelledby={`${id}-title`} aria-describedby={`${id}-effect`} initialFocus={keep} onCancel={keepSource}>
      <Heading id={`${id}-title`} depth={1}>
        {isSeveral
          ? words.several.heading(sources.length, format)
          : words.heading(toSourceName(prompt.source.name, messages))}
      </Heading>
      <div id={`${id}-effect`} className="ieu-dialog-text" aria-live="polite">
        {appName && (
          <p className="ieu-hint">
            <RichText text={words.application(appName, format)} />
          </p>
        )}
        {isSeveral && (
          <p>
            {deleted > 0 && `${words.several.deleted(deleted, sources.length + deleted, format)} `}
            {words.several.order(
              sources.map(({ name }) => toSourceName(name, messages)),
              format,
            )}
          </p>
        )}
        <Effect sources={sources} effect={prompt.effect} />
        {prompt.phase === "asking" && <p className="ieu-hint">{words.checking}</p>}
        {prompt.phase === "failed" && <Failure prompt={prompt} />}
      </div>
      <div className="ieu-dialog-actions">
        <Button buttonRef={keep} isBlocked={isDeleting} onClick={keepSource}>
          {isSeveral ? words.several.keep : words.keep}
        </Button>
        <Button look="danger" isBlocked={isDeleting} onClick={actions.confirmDelete}>
          {isDeleting ? words.deleting : isSeveral ? words.several.delete : words.delete}
        </Button>
      </div>
    </Dialog>
  );
}

// Has texts of its own where those of a failed import would not fit.
function Failure({ prompt: { failure, outcomeUnknown } }: { readonly prompt: DeletePrompt }): ReactElement {
  const { messages } = useCard();
  const words = messages.deletion;
  const cause = failure === "forbidden" ? words.forbidden : `${toFailureText(failure, messages).title}.`;
  return (
    <Notice
      tone="problem"
      title={words.failed}
      text={`${cause} ${outcomeUnknown ? words.mayBeGone : words.notDeleted}`}
    />
  );
}

interface EffectProps {
  readonly sources: readonly Source[];
  readonly effect: DeletePrompt["effect"];
}

function Effect({ sources, effect }: EffectProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.deletion;
  const removes = effect?.removed ?? sumOf(sources, "imported");
  const gone = effect?.alreadyGone ?? 0;
  const before = sumOf(sources, "already_connected");
  return (
    <p>
      {/* No "Removes 0" when all connections are already gone. */}
      {(removes !== 0 || gone === 0) && <RichText text={words.removes(removes, format)} />}{" "}
      {before !== 0 && `${words.stays(before, format)} `} {gone > 0 && `${words.gone(gone, format)} `}
      {words.final}
    </p>
  );
}

// Null if the counters of a source are unknown.
function sumOf(sources: readonly Source[], status: "imported" | "already_connected"): number | null {
  return sources.reduce<number | null>(
    (sum, { counters }) => (sum === null || !counters ? null : sum + counters[status]),
    0,
  );
}
