"use client";
// What deleting a source did, in the server's own numbers.
import type { ReactElement } from "react";
import type { Rollback } from "../../contract/source.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Notice } from "../controls/Notice.tsx";

export interface RollbackNoticeProps {
  readonly rollback: Rollback;
  readonly onDismiss: () => void;
}

export function RollbackNotice({ rollback, onDismiss }: RollbackNoticeProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sources;
  const { source, removed, alreadyGone, reactivatedKept, alreadyDeleted } = rollback;
  const parts = [words.rolledBack(source?.name || null, removed, format)];
  if (alreadyDeleted) parts.push(words.alreadyDeleted);
  if (alreadyGone) parts.push(words.alreadyGone(alreadyGone, format));
  if (reactivatedKept) parts.push(words.reactivatedKept(reactivatedKept, format));
  const dismiss = <Button onClick={onDismiss}>{words.dismiss}</Button>;
  return <Notice tone="good" actions={dismiss} text={parts.join(" ")} />;
}
