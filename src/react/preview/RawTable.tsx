"use client";
// The first rows of a file as they are, for choosing columns by what stands in them.
import type { ReactElement } from "react";
import type { CsvTable } from "../../csv/table.ts";
import { useCard } from "../context/card-context.ts";
import { CellText } from "../table/CellText.tsx";
import { TableBox } from "../table/TableBox.tsx";

export interface RawTableProps {
  readonly table: CsvTable;
  readonly columnNames: readonly string[];
}

const rowCount = 5;
// A file can have thousands of columns; these are enough to recognise it, the selects list them all.
const columnCount = 30;

export function RawTable({ table, columnNames }: RawTableProps): ReactElement {
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
