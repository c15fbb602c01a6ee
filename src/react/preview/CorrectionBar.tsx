"use client";
// Counts the corrected cells and undoes all corrections.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";

interface CorrectionBarProps {
  readonly count: number;
  readonly isLocked: boolean;
  readonly onUndoAll: () => void;
}

/** The number of corrected cells, and the button that undoes all corrections. */
export function CorrectionBar({ count, isLocked, onUndoAll }: CorrectionBarProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.corrections;
  return (
    <p className="ieu-corrections">
      <Icon name="check" />
      {words.count(count, format)}
      {!isLocked && (
        <Button look="link" onClick={onUndoAll}>
          {words.undoAll}
        </Button>
      )}
    </p>
  );
}
