"use client";
// One stacked bar of statuses; the same numbers stand beside it as text.
import type { ReactElement } from "react";
import { isRowStatus, type RowStatus } from "../../contract/status.ts";
import type { ImportReport, ReportRow } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Icon, type IconName } from "../controls/Icon.tsx";
import type { Messages } from "../messages/messages.ts";

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

const statusIcons: Record<RowStatus, IconName> = {
  imported: "check",
  already_connected: "loop",
  not_found: "none",
  name_mismatch: "differs",
  invalid_row: "exclamation",
};

/** The order of the bar, the chips and the legend: best news first. */
export const shownStatuses = Object.keys(statusIcons) as readonly RowStatus[];

/** Stands for the rows that were not sent, or that got no result. */
const heldBack = "held_back";

export interface StatusCount {
  readonly status: string;
  readonly label: string;
  /** As the guide and the files write it, where that is not the label. */
  readonly title?: string;
  readonly count: number;
  readonly icon: IconName;
  /** Whose colours it wears: its own status, or none. */
  readonly tone: RowStatus | "neutral";
}

export function toStatusCounts(report: ImportReport, messages: Messages): StatusCount[] {
  const five = shownStatuses.map((status) => toStatusCount(status, report.counters[status], messages));
  const others = [...countUnknown(report.rows)].map(([status, count]) => toStatusCount(status, count, messages));
  const rest = report.heldBack > 0 ? [toStatusCount(heldBack, report.heldBack, messages)] : [];
  return [...five, ...others, ...rest];
}

/** How one status is shown; one that this version does not know, as it came. */
export function toStatusCount(status: string, count: number, messages: Messages): StatusCount {
  if (isRowStatus(status)) {
    return { status, title: status, count, label: messages.statuses[status], icon: statusIcons[status], tone: status };
  }
  if (status === heldBack) return { status, count, label: messages.result.heldBack, icon: "held", tone: "neutral" };
  return { status, count, label: status, icon: "question", tone: "neutral" };
}

/** What a status is searched for by: the words on the screen, or those of the guide. */
export function toStatusText(status: string, messages: Messages): string {
  const { label } = toStatusCount(status, 0, messages);
  return label === status ? label : `${label} ${status}`;
}

/** The status a row is filtered and shown by. */
export function statusOf({ result }: ReportRow): string {
  return result?.status ?? heldBack;
}

function countUnknown(rows: readonly ReportRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { result } of rows) {
    if (result && !isRowStatus(result.status)) counts.set(result.status, (counts.get(result.status) ?? 0) + 1);
  }
  return counts;
}
