"use client";
// Explains a failed import: what happened, whether anything may have been saved, and what to do next.
import { type ReactElement, useId } from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import { currentPart } from "../../importer/machine/import-run.ts";
import type { FailedState, ImportFailure } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { focusOtherStep, Heading } from "../controls/Heading.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { SplitAction } from "../file/RefusalNotice.tsx";
import { useNow } from "../hooks/timing.ts";
import { toFailureText } from "../messages/code-text.ts";
import { SavedParts } from "./PartsProgress.tsx";

export interface FailurePanelProps {
  readonly state: FailedState;
  /** True if the server guarantees that repeating the request does not import twice. */
  readonly isRepeatSafe: boolean;
  readonly actions: Pick<ImporterActions, "retry" | "resumeReview" | "end">;
  readonly onCheckSources: () => void;
}

const tooLargeCodes: readonly ImportFailure["code"][] = ["payload-too-large", "too-many-users"];
// Retrying the same request would fail again.
const permanentCodes: readonly ImportFailure["code"][] = ["source-deleted", "idempotency-key-reused", ...tooLargeCodes];

export function FailurePanel({ state, isRepeatSafe, actions, onCheckSources }: FailurePanelProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const { failure, run } = state;
  const saved = run.saved.length;
  const users = currentPart(run)?.sent.length ?? 0;
  const rowsPerFile = Math.ceil(users / 2);
  const words = messages.failure;
  const id = useId();
  const { title, advice } = toFailureText(failure.code, messages);
  const now = useNow(failure.retryAt !== null);
  const wait = failure.retryAt === null ? 0 : Math.max(0, Math.ceil((failure.retryAt - now) / 1000));
  const canRetry = !permanentCodes.includes(failure.code);
  const needsCheck = failure.outcomeUnknown && !isRepeatSafe;
  return (
    <div className={slotClass("section")} data-step="failure">
      <Notice
        tone={failure.code === "cancelled" ? "fact" : "problem"}
        actions={
          <>
            {canRetry && (
              <Button
                look={needsCheck ? "plain" : "primary"}
                isBlocked={wait > 0}
                aria-describedby={failure.retryAt === null ? undefined : `${id}-wait`}
                onClick={actions.retry}
              >
                {saved === 0 ? words.retry : messages.parts.retry(saved + 1, format)}
              </Button>
            )}
            {tooLargeCodes.includes(failure.code) && saved === 0 && users > 1 && (
              <SplitAction
                file={state.review.file}
                choices={state.review.choices}
                rowsPerFile={rowsPerFile}
                files={Math.ceil(state.review.rows.length / rowsPerFile)}
              />
            )}
            {needsCheck && <Button onClick={onCheckSources}>{words.checkSources}</Button>}
            {saved === 0 ? (
              <Button
                onClick={({ currentTarget }) => {
                  focusOtherStep(currentTarget, "review");
                  actions.resumeReview();
                }}
              >
                {words.back}
              </Button>
            ) : (
              <Button onClick={actions.end}>{messages.parts.end}</Button>
            )}
            {canRetry && failure.retryAt !== null && <RetryTime id={`${id}-wait`} seconds={wait} />}
          </>
        }
      >
        <Heading depth={2} focusFor={failure}>
          {saved === 0 ? title : messages.parts.failed(saved + 1, run.parts.length, title, format)}
        </Heading>
        {saved > 0 && <SavedParts run={run} isInDoubt={failure.outcomeUnknown} />}
        <p className="ieu-notice-line">{advice}</p>
        <p className="ieu-notice-line">
          {failure.outcomeUnknown
            ? words[isRepeatSafe ? "repeatSafe" : "checkFirst"]
            : saved === 0
              ? words.nothingSaved
              : null}
        </p>
        {failure.askedToWaitUntil !== null && (
          <p className="ieu-notice-line">
            {words.askedToWait(new Date(failure.askedToWaitUntil).toISOString(), format)}
          </p>
        )}
        {failure.status !== null && (
          <p className="ieu-hint">
            <RichText text={words.status(failure.status, format)} />
          </p>
        )}
      </Notice>
    </div>
  );
}

// Shows every second, but announces only the end to assistive technology.
function RetryTime({ id, seconds }: { readonly id: string; readonly seconds: number }): ReactElement {
  const { messages, format } = useCard();
  const words = messages.failure;
  return (
    <>
      {seconds > 0 && (
        <span id={id} className="ieu-hint">
          {words.retryIn(seconds, format)}
        </span>
      )}
      <span className="ieu-hint" aria-live="polite">
        {seconds > 0 ? "" : words.retryNow}
      </span>
    </>
  );
}
