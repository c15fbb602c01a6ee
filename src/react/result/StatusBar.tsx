"use client";
// One stacked bar of statuses; the same numbers stand beside it as text.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import type { StatusCount } from "./status-counts.ts";

export interface StatusBarProps {
  readonly counts: readonly StatusCount[];
  /** What it shows is true no more. */
  readonly isPast?: boolean;
  /** The same numbers are read out beside it. */
  readonly isDecoration?: boolean;
}

export function StatusBar({ counts, isPast, isDecoration }: StatusBarProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const shown = counts.filter(({ count }) => count > 0);
  const text = messages.result.bar(
    shown.map(({ count, label }) => `${format.number(count)} ${label}`),
    format,
  );
  return (
    <div
      className={slotClass("bar")}
      data-past={isPast || undefined}
      {...(isDecoration ? { "aria-hidden": true } : { role: "img", "aria-label": text })}
    >
      {shown.map(({ status, count, tone }) => (
        <span key={status} className="ieu-bar-part" data-tone={tone} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
