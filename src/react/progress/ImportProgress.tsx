"use client";
// Holds the status line that announces each state of the card, and around it the running import.
import { type ReactElement, useEffect, useId } from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import type { ImporterState, ReadingState } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { type ExtraScreens, useExtraScreens } from "../context/load-extra-screens.ts";
import { laterScreens } from "../context/load-later-screens.ts";

export interface ImportProgressProps {
  readonly state: ImporterState;
  readonly actions: Pick<ImporterActions, "cancel" | "pause">;
}

// The line is there from the start: assistive technology announces only changes of a live region that it knows.
export function ImportProgress({ state, actions }: ImportProgressProps): ReactElement {
  const card = useCard();
  const extra = useExtraScreens();
  const id = useId();
  const isRunning = state.status === "importing";
  usePageGuard(isRunning || state.status === "paused");
  return (
    <div className={isRunning ? card.slotClass("section") : undefined} data-step={isRunning ? "progress" : undefined}>
      {extra && isRunning && <extra.RunHeading id={id} run={state.run} />}
      <p role="status" className={isRunning ? "ieu-progress-line" : "ieu-hidden"}>
        {extra && isRunning && <extra.RunLine run={state.run} />}
        {toText(state, card, extra)}
      </p>
      {extra && isRunning && <extra.RunCancel id={`${id}-cancel`} run={state.run} actions={actions} />}
    </div>
  );
}

function toText(state: ImporterState, card: CardTexts, extra: ExtraScreens | null): string | undefined {
  if (state.status === "reading") return toReadingText(state, card);
  if (extra) return extra.toAnnouncement(state, card);
  return state.status === "reviewing" ? laterScreens()?.toReadText(state.review, card) : "";
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

/** The announcement while a file is read. It changes only at each 25 %. */
export function toReadingText({ file, share }: ReadingState, { messages, format }: CardTexts): string {
  const words = messages.progress;
  return `${words.reading(file.name)}, ${words.readingShare(Math.floor(share * 4) / 4, format)}`;
}
