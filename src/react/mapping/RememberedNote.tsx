"use client";
// Says that the columns on the screen come from an earlier import, and lets them be forgotten.
import type { ReactElement } from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import type { RememberedMapping } from "../../importer/remembered-mapping.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { focusOtherStep } from "../hooks/step-focus.ts";

export interface RememberedNoteProps {
  readonly remembered: RememberedMapping;
  readonly isLocked: boolean;
  readonly onForget: ImporterActions["forgetMapping"];
}

export function RememberedNote({ remembered, isLocked, onForget }: RememberedNoteProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.memory;
  return (
    <p className="ieu-hint ieu-remembered">
      {words.note(format.date(remembered.confirmedAt))} ·{" "}
      <Button
        look="link"
        isBlocked={isLocked}
        onClick={({ currentTarget }) => {
          // The button goes with what it forgets.
          focusOtherStep(currentTarget, "review");
          onForget(remembered.signature);
        }}
      >
        {words.forget}
      </Button>
    </p>
  );
}
