"use client";
// One page of saved sources as a table; where there is no room for one, as cards.
import type { ReactElement } from "react";
import type { Source } from "../../contract/source.ts";
import type { OpenedSource, SourceListActions } from "../../importer/actions.ts";
import { useCard } from "../context/card-context.ts";
import { TableBox } from "../table/TableBox.tsx";
import { SourceRow } from "./SourceRow.tsx";

export interface SourceTableProps {
  readonly sources: readonly Source[];
  /** The one whose rows are shown. */
  readonly opened: OpenedSource | null;
  /** The server keeps rows, and the client can ask for them. */
  readonly offersResults: boolean;
  readonly actions: SourceListActions;
}

export function SourceTable({ sources, opened, offersResults, actions }: SourceTableProps): ReactElement {
  const { messages } = useCard();
  const words = messages.sources;
  return (
    <TableBox caption={words.caption}>
      <thead className="ieu-head">
        <tr className="ieu-row">
          {[words.name, words.date, words.rows, words.result].map((header) => (
            <th key={header} className="ieu-cell" scope="col" data-number={header === words.rows || undefined}>
              {header}
            </th>
          ))}
          <th className="ieu-cell" scope="col">
            <span className="ieu-hidden">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody className="ieu-body">
        {sources.map((source) => (
          <SourceRow
            key={source.id}
            source={source}
            opened={opened?.source.id === source.id ? opened : null}
            offersResults={offersResults}
            actions={actions}
          />
        ))}
      </tbody>
    </TableBox>
  );
}
