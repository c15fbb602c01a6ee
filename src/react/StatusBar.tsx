"use client";
// One stacked bar of statuses; the same numbers stand beside it as text.
import type { ReactElement } from "react";
import { useCard } from "./context.ts";
import type { StatusCount } from "./status-counts.ts";

export function StatusBar({ counts }: { readonly counts: readonly StatusCount[] }): ReactElement {
  const { messages, format, slotClass } = useCard();
  const shown = counts.filter(({ count }) => count > 0);
  const text = messages.result.bar(
    shown.map(({ count, label }) => `${format.number(count)} ${label}`),
    format,
  );
  return (
    <div className={slotClass("bar")} role="img" aria-label={text}>
      {shown.map(({ status, count, tone }) => (
        <span key={status} className="ieu-bar-part" data-tone={tone} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
