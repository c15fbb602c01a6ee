"use client";
// Shows the result that a check found for a row, as it would stand on the result of the import.
import type { ReactElement } from "react";
import type { RowResult } from "../../contract/import.ts";
import { useCard } from "../context/card-context.ts";
import { toCheckMeaning } from "../messages/result-text.ts";
import { StatusChip } from "../result/ResultTable.tsx";

export interface CheckedCellProps {
  readonly result: RowResult;
  /** The row number of an index of the request. */
  readonly rowAt: (index: number | undefined) => number | null;
}

export function CheckedCell({ result, rowAt }: CheckedCellProps): ReactElement {
  const { messages } = useCard();
  const isFine =
    result.warnings.length === 0 && (result.status === "imported" || result.status === "already_connected");
  return (
    <>
      <StatusChip status={result.status} />
      {!isFine && <span className="ieu-checked-meaning">{toCheckMeaning(result, rowAt, messages)}</span>}
    </>
  );
}
