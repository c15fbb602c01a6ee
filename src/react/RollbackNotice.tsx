"use client";
// What deleting a source did, in the server's own numbers.
import type { ReactElement } from "react";
import type { Rollback } from "../contract/source.ts";
import { Button } from "./Button.tsx";
import { useCard } from "./context.ts";
import { Notice } from "./Notice.tsx";
import { RichText } from "./RichText.tsx";

export interface RollbackNoticeProps {
  readonly rollback: Rollback;
  readonly onDismiss: () => void;
}

export function RollbackNotice({ rollback, onDismiss }: RollbackNoticeProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sources;
  const { source, removed, alreadyGone, reactivatedKept, alreadyDeleted } = rollback;
  return (
    <Notice tone="good" role="status" actions={<Button onClick={onDismiss}>{words.dismiss}</Button>}>
      <p className="ieu-notice-line">
        <RichText text={words.rolledBack(source?.name || null, removed, format)} />
        {alreadyDeleted && ` ${words.alreadyDeleted}`}
        {alreadyGone !== null && alreadyGone > 0 && ` ${words.alreadyGone(alreadyGone, format)}`}
        {reactivatedKept !== null && reactivatedKept > 0 && ` ${words.reactivatedKept(reactivatedKept, format)}`}
      </p>
    </Notice>
  );
}
