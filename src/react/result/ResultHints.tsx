"use client";
// When many rows share one fate, the likely cause is said.
import type { ReactElement } from "react";
import type { Counters } from "../../contract/status.ts";
import { useCard } from "../context/card-context.ts";
import { Notice } from "../controls/Notice.tsx";

// From these shares on it is more than single rows: people leave (not found), files are wrong (the other two).
const notable = { not_found: 0.1, name_mismatch: 0.05, invalid_row: 0.05 } as const;

export function ResultHints({ counters }: { readonly counters: Counters }): ReactElement | null {
  const { messages, format } = useCard();
  const kinds = Object.entries(notable) as [keyof typeof notable, number][];
  const hints = kinds.filter(([status, share]) => counters.total > 0 && counters[status] / counters.total >= share);
  if (hints.length === 0) return null;
  return (
    <div className="ieu-stack">
      {hints.map(([status]) => (
        <Notice
          key={status}
          tone="hint"
          text={messages.result.hints[status](counters[status] / counters.total, format)}
        />
      ))}
    </div>
  );
}
