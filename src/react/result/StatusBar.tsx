"use client";
// Shows the counts of row statuses as a stacked bar, and defines how each status is shown everywhere.
import type { ReactElement } from "react";
import { isRowStatus, type RowStatus } from "../../contract/status.ts";
import type { ImportReport, ReportRow } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import type { IconName } from "../controls/Icon.tsx";

export interface StatusBarProps {
  readonly counts: readonly StatusCount[];
  /** The counts are out of date: the import was undone. */
  readonly isPast?: boolean;
  /** Hidden from assistive technology, as the numbers stand beside it as text. */
  readonly isDecoration?: boolean;
}

export function StatusBar({ counts, isPast, isDecoration }: StatusBarProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const shown = counts.filter(({ count }) => count > 0);
  const toText = () =>
    messages.result.bar(
      shown.map(({ count, label }) => `${format.number(count)} ${label}`),
      format,
    );
  return (
    <div
      className={slotClass("bar")}
      data-past={isPast || undefined}
      {...(isDecoration ? { "aria-hidden": true } : { role: "img", "aria-label": toText() })}
    >
      {shown.map(({ status, count, tone }) => (
        <span key={status} className="ieu-bar-part" data-tone={tone} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}

const statusIcons: Record<RowStatus, IconName> = {
  imported: "check",
  already_connected: "loop",
  not_found: "none",
  name_mismatch: "differs",
  invalid_row: "exclamation",
};

/** The order in bar and chips: best outcome first. */
export const shownStatuses = Object.keys(statusIcons) as readonly RowStatus[];

/** Pseudo status of rows that were not sent or got no result. */
const heldBack = "held_back";
/** Pseudo status of rows that a person left out. */
const leftOut = "left_out";

export interface StatusCount {
  readonly status: string;
  readonly label: string;
  /** The status code as in the guide and in files, if the label differs from it. */
  readonly title?: string;
  readonly count: number;
  readonly icon: IconName;
  /** Colour tone. */
  readonly tone: RowStatus | "neutral";
}

/** The counts of a report: the statuses of the guide, then unknown ones that the server sent, then rows held back and left out. */
export function toStatusCounts(report: ImportReport, messages: CardTexts["messages"]): StatusCount[] {
  const five = shownStatuses.map((status) => toStatusCount(status, report.counters[status], messages));
  const others = [...countUnknown(report.rows)].map(([status, count]) => toStatusCount(status, count, messages));
  const rest = report.heldBack > 0 ? [toStatusCount(heldBack, report.heldBack, messages)] : [];
  const out = report.leftOut > 0 ? [toStatusCount(leftOut, report.leftOut, messages)] : [];
  return [...five, ...others, ...rest, ...out];
}

/** How one status is shown. An unknown one is shown by its code. */
export function toStatusCount(status: string, count: number, messages: CardTexts["messages"]): StatusCount {
  if (isRowStatus(status)) {
    return { status, title: status, count, label: messages.statuses[status], icon: statusIcons[status], tone: status };
  }
  if (status === heldBack) return { status, count, label: messages.result.heldBack, icon: "held", tone: "neutral" };
  if (status === leftOut) return { status, count, label: messages.result.leftOut, icon: "out", tone: "neutral" };
  return { status, count, label: status, icon: "question", tone: "neutral" };
}

/** The searchable text of a status: its label and its code. */
export function toStatusText(status: string, messages: CardTexts["messages"]): string {
  const { label } = toStatusCount(status, 0, messages);
  return label === status ? label : `${label} ${status}`;
}

/** The status by which a row is filtered and shown. */
export function statusOf({ result, isLeftOut }: ReportRow): string {
  return result?.status ?? (isLeftOut ? leftOut : heldBack);
}

function countUnknown(rows: readonly ReportRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { result } of rows) {
    if (result && !isRowStatus(result.status)) counts.set(result.status, (counts.get(result.status) ?? 0) + 1);
  }
  return counts;
}
