"use client";
// Shows what an import in parts adds to a run: the current part, a pause after it, and what is saved so far.
import type { ReactElement } from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import { countUsers, currentPart } from "../../importer/machine/import-run.ts";
import type { ImportRun, PausedState } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button, GuardedButton } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";

/** "Part 2 of 3: 10,000 of 25,000 users sent"; null for a run of one part. */
export function toPartLine(run: ImportRun, { messages, format }: CardTexts): string | null {
  const { parts, saved } = run;
  if (parts.length === 1) return null;
  return messages.parts.line(saved.length + 1, parts.length, countUsers(run, saved.length), countUsers(run), format);
}

interface PauseChoiceProps {
  readonly run: ImportRun;
  readonly onPause: ImporterActions["pause"];
}

/** The choice to pause once the current part is saved. */
export function PauseChoice({ run, onPause }: PauseChoiceProps): ReactElement | null {
  const { messages } = useCard();
  const words = messages.parts;
  const { parts, saved, isPausing } = run;
  if (saved.length + 1 >= parts.length) return null;
  return (
    <>
      <GuardedButton onClick={() => onPause(!isPausing)}>{isPausing ? words.doNotPause : words.pause}</GuardedButton>
      <span className="ieu-hint" aria-live="polite">
        {isPausing && words.willPause}
      </span>
    </>
  );
}

interface SavedPartsProps {
  readonly run: ImportRun;
  /** True if the part after the saved ones was sent, and nobody knows whether it is saved. */
  readonly isInDoubt?: boolean;
}

/** The users and sources that are saved so far, those that may be, and how many users are not sent yet. */
export function SavedParts({ run, isInDoubt = false }: SavedPartsProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.parts;
  const users = countUsers(run, run.saved.length);
  const names = run.saved.map((_, place) => run.parts[place]?.sourceName ?? "");
  const doubted = isInDoubt ? currentPart(run) : null;
  const unsent = countUsers(run) - users - (doubted?.sent.length ?? 0);
  return (
    <p className="ieu-notice-line">
      <RichText text={words.saved(users, names, format)} />{" "}
      {doubted && <RichText text={words.inDoubt(doubted.sent.length, doubted.sourceName, format)} />}{" "}
      {unsent > 0 && words.waiting(unsent, format)}
    </p>
  );
}

export interface PausedPanelProps {
  readonly state: PausedState;
  readonly actions: Pick<ImporterActions, "resume" | "end">;
}

/** The pause between two parts: what is saved, and how to go on. */
export function PausedPanel({ state: { run }, actions }: PausedPanelProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.parts;
  const { parts, saved } = run;
  return (
    <div className={slotClass("section")} data-step="paused">
      <Notice
        tone="fact"
        actions={
          <>
            <Button look="primary" onClick={actions.resume}>
              {words.resume(saved.length + 1, format)}
            </Button>
            <Button onClick={actions.end}>{words.end}</Button>
          </>
        }
      >
        <Heading depth={2} focusFor={saved}>
          {words.heading(saved.length, parts.length, format)}
        </Heading>
        <SavedParts run={run} />
        <p className="ieu-notice-line">{words.leaving}</p>
      </Notice>
    </div>
  );
}
