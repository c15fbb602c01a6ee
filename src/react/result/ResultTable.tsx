"use client";
// Shows the result of each row with filter chips; only counts, if the server sent no rows.
import { type ReactElement, type ReactNode, useMemo, useState } from "react";
import type { ImportReport, ReportRow } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";
import { toRowMeaning } from "../messages/result-text.ts";
import type { DataColumn } from "../table/columns.ts";
import { DataTable } from "../table/DataTable.tsx";
import { type Chip, FilterChips } from "../table/FilterChips.tsx";
import { type StatusCount, statusOf, toStatusCount, toStatusText } from "./StatusBar.tsx";

export interface ResultTableProps {
  readonly report: ImportReport;
  readonly counts: readonly StatusCount[];
  /** Shown between the counts and the rows. */
  readonly children: ReactNode;
  /** Shown above the rows, beside the search field; gets the rows of the chosen filter. */
  readonly actions: (rows: readonly ReportRow[]) => ReactNode;
}

export function ResultTable({ report, counts, children, actions }: ResultTableProps): ReactElement {
  const { messages } = useCard();
  const words = messages.result;
  const [chosen, setChosen] = useState<string>("all");
  const rows = useMemo(
    () => (chosen === "all" ? report.rows : report.rows.filter((row) => statusOf(row) === chosen)),
    [report, chosen],
  );
  const columns = useMemo(() => toResultColumns(report, messages), [report, messages]);
  const total = report.counters.total + report.heldBack + report.leftOut;
  const chips: Chip<string>[] = [
    { value: "all", label: words.all, count: total },
    ...counts.map((count) => ({ ...count, value: count.status })),
  ];
  if (report.countsOnly) {
    return (
      <>
        <StatusNumbers counts={counts} />
        {children}
      </>
    );
  }
  return (
    <>
      <FilterChips look="tiles" label={words.filter} chips={chips} chosen={chosen} onChoose={setChosen} />
      {children}
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={rows}
        rowId={rowId}
        noRows={messages.table.noRows}
        toolbar={actions(rows)}
      />
    </>
  );
}

// Without rows there is nothing to filter: plain counts in place of the chips.
function StatusNumbers({ counts }: { readonly counts: readonly StatusCount[] }): ReactElement {
  const { format } = useCard();
  return (
    <ul className="ieu-numbers">
      {counts.map(({ status, count }) => (
        <li key={status}>
          <StatusChip status={status} /> <b className="ieu-count">{format.number(count)}</b>
        </li>
      ))}
    </ul>
  );
}

/** One status with icon and label. */
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

/** The status of a row, and what it means for this row. */
export function StatusWithMeaning({ status, meaning }: { readonly status: string; readonly meaning: string }) {
  return (
    <>
      <StatusChip status={status} /> <span className="ieu-meaning">{meaning}</span>
    </>
  );
}

function toResultColumns(report: ImportReport, messages: CardTexts["messages"]): DataColumn<ReportRow>[] {
  const { result: words, fields } = messages;
  return [
    {
      id: "row",
      header: messages.table.row,
      accessorFn: ({ row }) => row.number,
      meta: { isRowHeader: true, isNumber: true },
    },
    {
      id: "user",
      header: fields.externalUserId,
      accessorFn: ({ row }) => textOf(row, "externalUserId"),
      meta: { minWidth: "7rem", part: "id" },
    },
    {
      id: "email",
      header: fields.email,
      accessorFn: ({ row, result }) => result?.email || textOf(row, "email"),
      meta: { minWidth: "11rem", part: "email" },
    },
    {
      id: "name",
      header: fields.name,
      accessorFn: ({ row }) => textOf(row, "name"),
      meta: { minWidth: "5.5rem", part: "name" },
    },
    {
      id: "status",
      header: words.statusColumn,
      accessorFn: (line) => `${toStatusText(statusOf(line), messages)} ${toRowMeaning(line, report, messages)}`,
      cell: ({ row: { original: line } }) => (
        <StatusWithMeaning status={statusOf(line)} meaning={toRowMeaning(line, report, messages)} />
      ),
      meta: { minWidth: "14rem", part: "status" },
    },
  ];
}

function textOf({ input, user }: ReportRow["row"], field: "externalUserId" | "email" | "name"): string {
  return user?.[field] ?? input[field] ?? "";
}

function rowId({ row }: ReportRow): string {
  return String(row.number);
}
