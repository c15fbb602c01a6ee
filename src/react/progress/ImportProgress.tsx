"use client";
// While users are sent: what happens right now, and the way out; and the card's one line for assistive technology.
import { type ReactElement, useEffect, useId } from "react";
import type { ImporterState, ImportingState } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { GuardedButton } from "../controls/GuardedButton.tsx";
import { Heading } from "../controls/Heading.tsx";
import { useNow } from "../hooks/use-now.ts";
import { toAnnouncement } from "./announcement.ts";

export interface ImportProgressProps {
  readonly state: ImporterState;
  readonly onCancel: () => void;
}

export function ImportProgress({ state, onCancel }: ImportProgressProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const id = useId();
  const isRunning = state.status === "importing";
  usePageGuard(isRunning);
  return (
    <div className={isRunning ? slotClass("section") : undefined} data-step={isRunning ? "progress" : undefined}>
      {isRunning && (
        <>
          <Heading id={id} depth={2} focusFor={state.run.startedAt}>
            {messages.progress.heading(state.run.sent.length, format)}
          </Heading>
          <progress className={slotClass("progress")} aria-labelledby={id} />
        </>
      )}
      <p role="status" className={isRunning ? "ieu-progress-line" : "ieu-hidden"}>
        {isRunning ? <RunLine run={state.run} /> : toAnnouncement(state, messages, format)}
      </p>
      {isRunning && (
        <>
          <p id={`${id}-cancel`} className="ieu-hint">
            {messages.progress.kept} {messages.progress.cancelNote}
          </p>
          {/* Where Start stands full width, this button comes up in its place. */}
          <GuardedButton onClick={onCancel} aria-describedby={`${id}-cancel`}>
            {messages.progress.cancel}
          </GuardedButton>
        </>
      )}
    </div>
  );
}

// Up to here an answer is on its way as it should be; later, people wonder.
const patience = 2_000;

// Seconds are hidden from assistive technology: a line that changes every second would be read out every second.
function RunLine({ run }: { readonly run: ImportingState["run"] }): ReactElement {
  const { messages, format } = useCard();
  const now = useNow(true);
  const words = messages.progress;
  if (run.retry) {
    const { attempt, attempts, at, code } = run.retry;
    const seconds = Math.ceil((at - now) / 1000);
    return (
      <>
        {words.tryingAgain(words.tryReasons[code ?? ""], attempt, attempts, format)}{" "}
        {seconds > 0 && <span aria-hidden="true">{words.inSeconds(seconds, format)}</span>}
      </>
    );
  }
  const waited = now - run.startedAt;
  if (waited < patience) return <>{words.sending}</>;
  return (
    <>
      {words.waiting} <span aria-hidden="true">{words.waited(Math.floor(waited / 1000), format)}</span>
    </>
  );
}

function usePageGuard(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return;
    window.addEventListener("beforeunload", askBeforeLeaving);
    return () => window.removeEventListener("beforeunload", askBeforeLeaving);
  }, [isRunning]);
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
