"use client";
// Shows the second step: column mapping and preview of the rows.
import { type MouseEvent, type ReactElement, type ReactNode, useMemo } from "react";
import type { CsvTable } from "../../csv/table.ts";
import { missingFields } from "../../importer/machine/import-run.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { RichText } from "../controls/Notice.tsx";
import { ColumnMapper } from "../mapping/ColumnMapper.tsx";
import type { ColumnMapperProps } from "../mapping/FoundOffers.tsx";
import { toColumnNames } from "../mapping/mapping-text.ts";
import type { DataColumn } from "../table/columns.ts";
import { PlainTable } from "../table/PlainTable.tsx";
import { PreviewTable, type PreviewTableProps } from "./PreviewTable.tsx";

export interface ReviewStepProps {
  readonly review: Review;
  readonly isLocked: boolean;
  /** True if the server offers dry runs. */
  readonly offersCheck: boolean;
  readonly isStillRemembered: ColumnMapperProps["isStillRemembered"];
  readonly actions: ColumnMapperProps["actions"] & PreviewTableProps["actions"];
  /** The start bar, below the table. */
  readonly children: ReactNode;
}

export function ReviewStep(props: ReviewStepProps): ReactElement {
  const { review, isLocked, offersCheck, isStillRemembered, actions, children } = props;
  const { messages, format, slotClass } = useCard();
  const words = messages.preview;
  return (
    <div className="ieu-review">
      <div className={slotClass("section")} data-step="review">
        <div className="ieu-intro">
          <Heading depth={1} focusFor={review.file}>
            {words.heading}
          </Heading>
          {/* A link, so that only one button is named Start import. */}
          <Button role="link" data-skip onClick={focusStart}>
            {messages.start.skip}
          </Button>
          <p className="ieu-hint">
            {words.lead} <RichText text={words[offersCheck ? "knownByCheck" : "knownLater"](format)} />
          </p>
        </div>
        <ColumnMapper review={review} isLocked={isLocked} isStillRemembered={isStillRemembered} actions={actions} />
        {/* Without a required column every row would have the same problem: the raw file is more helpful. */}
        {missingFields(review).length > 0 ? (
          <RawTable table={review.table} />
        ) : (
          <PreviewTable review={review} isLocked={isLocked} actions={actions} />
        )}
      </div>
      {children}
    </div>
  );
}

function focusStart({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest(".ieu-review")?.querySelector<HTMLElement>("[data-start]")?.focus();
}

const rowCount = 5;
// Enough to recognise the file, which may have thousands of columns; the selects list all of them.
const columnCount = 30;

/** The first rows of the file as they are, to help in choosing columns. */
function RawTable({ table }: { readonly table: CsvTable }): ReactElement {
  const card = useCard();
  const { messages } = card;
  const columns = useMemo(() => toRawColumns(toColumnNames(table, card), card.messages), [table, card]);
  const rows = useMemo(() => table.records.slice(0, rowCount), [table]);
  return <PlainTable caption={messages.preview.rawCaption} columns={columns} rows={rows} />;
}

type RawRow = CsvTable["records"][number];

function toRawColumns(names: readonly string[], messages: CardTexts["messages"]): DataColumn<RawRow>[] {
  return [
    {
      id: "row",
      header: messages.table.row,
      accessorFn: ({ number }) => number,
      meta: { isRowHeader: true, isNumber: true },
    },
    ...names.slice(0, columnCount).map((name, column) => ({
      // Two columns may have one name.
      id: String(column),
      header: name,
      accessorFn: ({ cells }: RawRow) => cells[column] ?? "",
      meta: { minWidth: "8rem" },
    })),
  ];
}
