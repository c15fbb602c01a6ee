"use client";
// One status, as a shape and a word.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";
import { toStatusCount } from "./status-counts.ts";

export function StatusChip({ status }: { readonly status: string }): ReactElement {
  const { messages, slotClass } = useCard();
  const { label, title, icon, tone } = toStatusCount(status, 0, messages);
  return (
    <span className={slotClass("status")} data-tone={tone} title={title}>
      <Icon name={icon} />
      {label}
    </span>
  );
}
