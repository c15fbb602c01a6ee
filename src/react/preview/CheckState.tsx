"use client";
// Shows the check against the accounts in the bar with Start: its button, its progress, and what it found.
import type { ReactElement } from "react";
import type { Check, CheckResult, ImportFailure } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { GuardedButton } from "../controls/Button.tsx";
import { Progress } from "../controls/Field.tsx";
import { Icon } from "../controls/Icon.tsx";
import { Notice } from "../controls/Notice.tsx";
import { useNow } from "../hooks/timing.ts";
import { toFailureText } from "../messages/code-text.ts";
import { shownStatuses, toStatusCount } from "../result/StatusBar.tsx";

export interface CheckStateProps {
  readonly check: Check;
  readonly onStop: () => void;
}

export function CheckState({ check, onStop }: CheckStateProps): ReactElement | null {
  const { messages } = useCard();
  if (check.status === "running") return <RunningCheck check={check} onStop={onStop} />;
  if (check.status === "failed" && check.failure) return <FailedCheck failure={check.failure} />;
  if (check.result) return <CheckFacts check={check} result={check.result} />;
  return <p className="ieu-hint">{messages.check.stopped}</p>;
}

function RunningCheck({ check, onStop }: CheckStateProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.check;
  return (
    <div className="ieu-check">
      <div className="ieu-check-text">
        <p className="ieu-start-sentence">
          {check.retry ? <RetryLine retry={check.retry} /> : words.running(check.rows.length, format)}
        </p>
        <p className="ieu-hint">{words.nothingIsWritten}</p>
        <Progress aria-label={words.running(check.rows.length, format)} />
      </div>
      {/* Guarded, as a second click may have been meant for the button that was there before. */}
      <GuardedButton onClick={onStop}>{words.stop}</GuardedButton>
    </div>
  );
}

function RetryLine({ retry }: { readonly retry: NonNullable<Check["retry"]> }): ReactElement {
  const { messages, format } = useCard();
  const words = messages.progress;
  const seconds = Math.ceil((retry.at - useNow(true)) / 1000);
  return (
    <>
      {words.tryingAgain(words.tryReasons[retry.code ?? ""], retry.attempt, retry.attempts, format)}{" "}
      {seconds > 0 && words.inSeconds(seconds, format)}
    </>
  );
}

function FailedCheck({ failure }: { readonly failure: ImportFailure }): ReactElement {
  const { messages, format } = useCard();
  const words = messages.check;
  const { title, advice } = toFailureText(failure.code, messages);
  const waitUntil = failure.retryAt ?? failure.askedToWaitUntil;
  const lines = [`${title}. ${advice}`, failure.outcomeUnknown ? words.maybeSaved : words.startAnyway];
  if (waitUntil !== null) lines.push(messages.failure.askedToWait(new Date(waitUntil).toISOString(), format));
  return <Notice tone="problem" title={words.failed} text={lines.join(" ")} />;
}

/** When the check was made, what it found, and how many rows were changed since. */
function CheckFacts({ check, result }: { readonly check: Check; readonly result: CheckResult }): ReactElement {
  const card = useCard();
  const { messages, format } = card;
  const words = messages.check;
  const isCurrent = check.changes === 0;
  const parts = toParts(result, card);
  const waits = isCurrent && check.start !== null;
  return (
    <div className="ieu-check" data-outdated={!isCurrent}>
      <Icon name={isCurrent ? "check" : "warning"} />
      <div className="ieu-check-text">
        <p className="ieu-start-sentence">
          {words.done(format.time(result.checkedAt))}. {isCurrent && `${words.found(parts, format)}.`}
        </p>
        {!isCurrent && <p className="ieu-hint">{words.changed(check.changes, format)}</p>}
        {waits && <p className="ieu-hint">{words.notStarted(toParts(result, card, isMissing), format)}</p>}
      </div>
    </div>
  );
}

function isMissing(status: string): boolean {
  return status !== "imported" && status !== "already_connected";
}

/** The statuses that a check found, with their counts: "6,204 imported". */
export function toParts(
  { results }: CheckResult,
  { messages, format }: CardTexts,
  isWanted: (status: string) => boolean = () => true,
): string[] {
  const counts = new Map<string, number>(shownStatuses.map((status) => [status, 0]));
  for (const { status } of results) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .filter(([status, count]) => count > 0 && isWanted(status))
    .map(([status, count]) => `${format.number(count)} ${toStatusCount(status, count, messages).label}`);
}
