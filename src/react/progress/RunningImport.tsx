"use client";
// Shows a running import: how many users are sent, what is awaited, and Cancel.
import type { ReactElement } from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import { countUsers } from "../../importer/machine/import-run.ts";
import type { ImportRun } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { GuardedButton } from "../controls/Button.tsx";
import { Progress } from "../controls/Field.tsx";
import { Heading } from "../controls/Heading.tsx";
import { useNow } from "../hooks/timing.ts";
import { PauseChoice, toPartLine } from "./PartsProgress.tsx";

/** The heading of a run, and its bar. */
export function RunHeading({ id, run }: { readonly id: string; readonly run: ImportRun }): ReactElement {
  const { messages, format } = useCard();
  return (
    <>
      <Heading id={id} depth={2} focusFor={run.startedAt}>
        {messages.progress.heading(countUsers(run), format)}
      </Heading>
      <Progress
        aria-labelledby={id}
        {...(run.saved.length > 0 && { value: countUsers(run, run.saved.length), max: countUsers(run) })}
      />
    </>
  );
}

// Milliseconds until the line says that we wait for an answer, and for how long.
const waitingTextDelay = 2_000;

/** What is awaited. The seconds are hidden from assistive technology, which would announce them every second. */
export function RunLine({ run }: { readonly run: ImportRun }): ReactElement {
  const part = toPartLine(run, useCard());
  return (
    <>
      {part && `${part} · `}
      <AnswerLine run={run} />
    </>
  );
}

function AnswerLine({ run }: { readonly run: ImportRun }): ReactElement {
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
  const waited = now - run.sentAt;
  if (waited < waitingTextDelay) return <>{words.sending}</>;
  return (
    <>
      {words.waiting} <span aria-hidden="true">{words.waited(Math.floor(waited / 1000), format)}</span>
    </>
  );
}

interface RunCancelProps {
  readonly id: string;
  readonly run: ImportRun;
  readonly actions: Pick<ImporterActions, "cancel" | "pause">;
}

/** Cancel, what it does not undo, and the pause between two parts. */
export function RunCancel({ id, run, actions }: RunCancelProps): ReactElement {
  const { messages } = useCard();
  return (
    <>
      <p id={id} className="ieu-hint">
        {messages.progress.kept} {messages.progress.cancelNote}
      </p>
      <div className="ieu-actions">
        <PauseChoice run={run} onPause={actions.pause} />
        {/* Guarded, as on narrow screens it appears where Start was. */}
        <GuardedButton onClick={actions.cancel} aria-describedby={id}>
          {messages.progress.cancel}
        </GuardedButton>
      </div>
    </>
  );
}
