"use client";
// Shows what goes beyond one import: the sources of its parts, and the rows of the file that were not imported.
import { type ReactElement, useEffect, useRef, useState } from "react";
import { stringify } from "../../csv/write/stringify.ts";
import { splitFile } from "../../importer/effects/split-file.ts";
import type { ImportReport, RestOfFile, Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button, GuardedButton } from "../controls/Button.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { download, saveFile, toBareName } from "../export/download.ts";
import { toRestRecords } from "../export/row-exports.ts";

export interface SavedSourcesProps {
  readonly report: ImportReport;
  /** The ids of the sources that are deleted by now. */
  readonly deleted: ReadonlySet<string>;
}

/** The sources of an import in parts, in order. */
export function SavedSources({ report, deleted }: SavedSourcesProps): ReactElement | null {
  const { messages, format } = useCard();
  const words = messages.parts;
  const { parts, partCount } = report;
  if (partCount === 1) return null;
  const title =
    parts.length === partCount ? words.sources(partCount, format) : words.sourcesOf(parts.length, partCount, format);
  return (
    <div className="ieu-saved-parts">
      <p>{title}</p>
      <ul className="ieu-part-list">
        {parts.map(({ source, sourceName, counters, countsOnly }) => {
          const facts = [words.users(counters.total, format)];
          if (countsOnly) facts.push(words.countsOnly);
          if (source && deleted.has(source.id)) facts.push(words.deleted);
          return (
            <li key={sourceName}>
              <RichText text={format.strong(sourceName)} /> <span className="ieu-hint">{facts.join(" · ")}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export interface RestNoticeProps {
  readonly rest: RestOfFile;
  /** The name of a part that may have been saved. */
  readonly unconfirmed: string | null;
  readonly review: Review;
  readonly onImport: () => void;
}

/** The rows of the file that were not imported, with what can be done about them. */
export function RestNotice({ rest, unconfirmed, review, onImport }: RestNoticeProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.rest;
  const next = review.choices.overflow === "all" ? rest.count : Math.min(rest.count, review.maxUsers);
  const lines = [words.rows(rest, format)];
  if (rest.estimated) lines.push(words.commandLine(format));
  if (unconfirmed !== null) lines.push(words.unconfirmed(unconfirmed, format));
  return (
    <Notice
      tone="hint"
      title={words.title(rest.count, rest.estimated, format)}
      text={lines.join(" ")}
      actions={
        rest.estimated ? undefined : (
          <>
            <GuardedButton onClick={onImport}>{words.next(next, format)}</GuardedButton>
            <RestDownload rest={rest} review={review} />
          </>
        )
      }
    />
  );
}

/** Saves the rows that were not imported: as corrected, or from the file itself if they were not read. */
function RestDownload({ rest, review }: Pick<RestNoticeProps, "rest" | "review">): ReactElement {
  const { messages, format } = useCard();
  const words = messages.rest;
  const [hasFailed, setFailed] = useState(false);
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  const name = words.fileName(toBareName(review.file.name), rest.firstRow);

  async function saveFromFile(): Promise<void> {
    work.current?.abort();
    work.current = new AbortController();
    const { signal } = work.current;
    const choices = { ...review.choices, fromRow: rest.firstRow };
    setFailed(false);
    try {
      const parts = splitFile({ file: review.file, choices, rowsPerFile: Number.POSITIVE_INFINITY, signal });
      for await (const { content } of parts) saveFile(name, "csv", content);
    } catch {
      if (!signal.aborted) setFailed(true);
    }
  }

  function save(): void {
    const records = toRestRecords(review, rest);
    if (records === null) void saveFromFile();
    else download(name, stringify(records, { delimiter: review.table.dialect.delimiter }));
  }

  return (
    <>
      <Button icon="download" onClick={save}>
        {words.download(rest.count, format)}
      </Button>
      <span className="ieu-hint" aria-live="polite">
        {hasFailed && words.failed}
      </span>
    </>
  );
}
