"use client";
// Second step: which column feeds which field, what the rows look like, and what Start would do.
import { type ReactElement, type ReactNode, useId, useMemo } from "react";
import type { CsvTable } from "../../csv/table.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { missingFields, type StartBlocker, startBlockers } from "../../importer/machine/import-run.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Heading } from "../controls/Heading.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { ColumnMapper, type ColumnMapperProps } from "../mapping/ColumnMapper.tsx";
import { toColumnNames } from "../mapping/mapping-text.ts";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";
import { CellText } from "../table/CellText.tsx";
import { TableBox } from "../table/TableBox.tsx";
import { PreviewTable } from "./PreviewTable.tsx";

export interface ReviewStepProps {
  readonly review: Review;
  readonly isLocked: boolean;
  readonly isKept: ColumnMapperProps["isKept"];
  readonly actions: ColumnMapperProps["actions"] & Pick<ImporterActions, "correctCell" | "undoCorrections">;
  /** Below the table, where Start stands. */
  readonly children: ReactNode;
}

export function ReviewStep({ review, isLocked, isKept, actions, children }: ReviewStepProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.preview;
  const counts = useMemo(() => reviewCounts(review), [review]);
  return (
    <>
      <div className={slotClass("section")} data-step="review">
        <div className="ieu-intro">
          <Heading depth={1} focusFor={review.file}>
            {words.heading}
          </Heading>
          <p className="ieu-hint">
            {words.lead} <RichText text={words.knownLater(format)} />
          </p>
        </div>
        <ColumnMapper review={review} isLocked={isLocked} isKept={isKept} actions={actions} />
        {/* Without them every row has the same problem, and the file itself says more. */}
        {missingFields(review).length > 0 ? (
          <RawTable table={review.table} columnNames={toColumnNames(review.table, messages, format)} />
        ) : (
          <PreviewTable review={review} counts={counts} isLocked={isLocked} actions={actions} />
        )}
      </div>
      {children}
    </>
  );
}

interface RawTableProps {
  readonly table: CsvTable;
  readonly columnNames: readonly string[];
}

const rowCount = 5;
// A file can have thousands of columns; these are enough to recognise it, the selects list them all.
const columnCount = 30;

function RawTable({ table, columnNames }: RawTableProps): ReactElement {
  const { messages } = useCard();
  const columns = columnNames.slice(0, columnCount);
  return (
    <TableBox caption={messages.preview.rawCaption}>
      <thead className="ieu-head">
        <tr className="ieu-row">
          <th className="ieu-cell" scope="col" data-number>
            {messages.table.row}
          </th>
          {columns.map((name, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one name
            <th key={column} className="ieu-cell" scope="col" style={{ minInlineSize: "calc(var(--ieu-rem) * 8)" }}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="ieu-body">
        {table.records.slice(0, rowCount).map(({ number, cells }) => (
          <tr key={number} className="ieu-row">
            <th className="ieu-cell" scope="row" data-number>
              {number}
            </th>
            {columns.map((_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column} className="ieu-cell">
                <CellText text={cells[column] ?? ""} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

interface StartBarProps {
  readonly review: Review;
  readonly dropped: Review | null;
  readonly sourceName: string;
  readonly skipInvalid: boolean;
  /** False while the state itself does not allow a start: reading, importing, failed. */
  readonly isReady: boolean;
  /** The name of an earlier start whose outcome is unknown. */
  readonly unconfirmed: string | null;
  readonly onStart: () => void;
}

export function StartBar(props: StartBarProps): ReactElement {
  const { review, dropped, sourceName, skipInvalid, isReady, unconfirmed, onStart } = props;
  const { messages, format, appName, slotClass } = useCard();
  const id = useId();
  const blockers = startBlockers({ review, dropped, sourceName }, skipInvalid);
  const reasons = blockers.map((blocker) => toBlockerText(blocker, messages, format));
  // Before the required columns are known, the numbers would say nothing.
  const isMapped = missingFields(review).length === 0;
  const { problems, all } = reviewCounts(review);
  const parts = [messages.start.willBeSent(skipInvalid ? all - problems : all, appName, format)];
  if (problems > 0) parts.push(messages.start[skipInvalid ? "heldBack" : "willBeInvalid"](problems, format));
  return (
    <div className={slotClass("footer")}>
      {unconfirmed !== null && <Notice tone="hint" text={messages.start.unconfirmed(unconfirmed, format)} />}
      <div className="ieu-start">
        <div id={id} className="ieu-start-text">
          {isMapped && (
            <p className="ieu-start-sentence">
              <RichText text={messages.start.sentence(parts)} />
            </p>
          )}
          {reasons.length > 0 && (
            <p className="ieu-problem">
              {messages.start.blocked}: {reasons.join(" ")}
            </p>
          )}
        </div>
        <Button look="primary" isBlocked={!isReady || reasons.length > 0} aria-describedby={id} onClick={onStart}>
          {messages.start.button}
        </Button>
      </div>
    </div>
  );
}

function toBlockerText(blocker: StartBlocker, messages: Messages, format: Format): string {
  const words = messages.start.blockers;
  switch (blocker.code) {
    case "source_name_too_long":
      return words.source_name_too_long(blocker.length, blocker.limit, format);
    case "file_undecided":
      return words.file_undecided(blocker.fileName);
    case "field_unmapped":
      return words.field_unmapped(messages.fields[blocker.field]);
    default:
      return words[blocker.code];
  }
}
