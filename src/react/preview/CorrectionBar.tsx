"use client";
// How much is corrected so far, and the way back from all of it.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";

export interface CorrectionBarProps {
  readonly cells: number;
  readonly isLocked: boolean;
  readonly onUndoAll: () => void;
}

export function CorrectionBar({ cells, isLocked, onUndoAll }: CorrectionBarProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.corrections;
  return (
    <p className="ieu-corrections">
      <Icon name="check" />
      {words.count(cells, format)}
      {!isLocked && (
        <Button look="link" onClick={onUndoAll}>
          {words.undoAll}
        </Button>
      )}
    </p>
  );
}
