"use client";
// The row below an opened source, over the whole width of the table.
import type { ReactElement } from "react";
import type { OpenedSource, SourceListActions } from "../../importer/actions.ts";
import { useCard } from "../context/card-context.ts";
import { loadedParts } from "../context/load-later-screens.ts";
import { Button } from "../controls/Button.tsx";
import { toPlainText } from "../messages/format.ts";

export interface SourceDetailProps {
  readonly id: string;
  readonly opened: OpenedSource;
  readonly actions: SourceListActions;
}

export function SourceDetail({ id, opened, actions }: SourceDetailProps): ReactElement {
  const { messages } = useCard();
  const words = messages.sourceRows;
  const parts = loadedParts();
  const name = toPlainText(opened.source.name) || messages.sources.unnamed;
  return (
    <tr className="ieu-row ieu-source-detail">
      <td className="ieu-cell" colSpan={5}>
        <section id={id} className="ieu-source-rows" aria-label={words.region(name)}>
          {parts ? (
            <parts.SourceResults opened={opened} actions={actions} />
          ) : (
            <div className="ieu-empty" role="status">
              {opened.status === "failed" ? (
                <>
                  {words.failed} <Button onClick={actions.retryResults}>{words.retry}</Button>
                </>
              ) : (
                words.loading
              )}
            </div>
          )}
        </section>
      </td>
    </tr>
  );
}
