"use client";
// Explains why a file was refused and what to do, and splits files with too many rows.
import { type ReactElement, useEffect, useRef, useState } from "react";
import type { ForeignFormat } from "../../csv/table.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { splitFile } from "../../importer/effects/split-file.ts";
import type { ChosenFile, ReadChoices, Refusal } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { scrollIntoFullView } from "../controls/Heading.tsx";
import { Notice } from "../controls/Notice.tsx";
import { saveFile, toBareName } from "../export/download.ts";

export interface RefusalNoticeProps {
  readonly refusal: Refusal;
  /** The file that stays in review. */
  readonly shownFile: string | null;
  /** The most rows of one import. */
  readonly maxRows: number;
  readonly onOverrule: ImporterActions["overruleRefusal"];
}

export function RefusalNotice({ refusal, shownFile, maxRows, onOverrule }: RefusalNoticeProps): ReactElement {
  const card = useCard();
  const { issue, fileName } = refusal;
  const { title, advice } = isByChoice(refusal) ? card.messages.refusals.nothing_left : toRefusalText(issue, card);
  const notice = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => scrollIntoFullView(notice.current), [refusal]);
  const action = (issue.code === "too_many_rows" || issue.code === "file_too_large") && (
    <TooManyActions refusal={refusal} maxRows={maxRows} onOverrule={onOverrule} />
  );
  return (
    <div ref={notice} className="ieu-refusal">
      <Notice tone="problem" role="alert" title={title} text={advice} actions={action}>
        {fileName && <p className="ieu-notice-file">{fileName}</p>}
        {shownFile !== null && !isByChoice(refusal) && <p>{card.messages.refusals.stillShown(shownFile)}</p>}
      </Notice>
    </div>
  );
}

// True when the file has rows, but none with the chosen settings.
function isByChoice({ issue, choices }: Refusal): boolean {
  if (issue.code !== "no_rows" && issue.code !== "empty_file") return false;
  return choices?.encoding !== undefined || choices?.delimiter !== undefined || choices?.headerRow !== undefined;
}

// Only files within the byte limit can be read to their end: of others just the first rows are read.
function TooManyActions({ refusal, maxRows, onOverrule }: Omit<RefusalNoticeProps, "shownFile">): ReactElement {
  const { messages, format } = useCard();
  const words = messages.refusals.too_many_rows;
  const { issue, file, choices } = refusal;
  const counted = issue.code === "too_many_rows" ? issue : null;
  const parts = counted ? Math.ceil(counted.count / maxRows) : Number.POSITIVE_INFINITY;
  return (
    <>
      {counted && counted.count <= maxRowsInParts && (
        <Button look="primary" onClick={() => onOverrule({ overflow: "all" })}>
          {words.parts(parts, counted.estimated === true, format)}
        </Button>
      )}
      <Button onClick={() => onOverrule({ overflow: "first" })}>{words.action(maxRows, format)}</Button>
      {file && parts <= maxSplitFiles && (
        <SplitAction file={file} choices={choices ?? {}} rowsPerFile={maxRows} files={parts} />
      )}
    </>
  );
}

// More rows would take more memory than a page should: see docs/card.md.
const maxRowsInParts = 500_000;
// More files than this would not be imported one by one.
const maxSplitFiles = 100;

interface RefusalText {
  readonly title: string;
  readonly advice: string;
}

function toRefusalText(issue: Refusal["issue"], { messages, format }: CardTexts): RefusalText {
  const words = messages.refusals;
  switch (issue.code) {
    case "file_too_large": {
      const { title, advice } = words.file_too_large;
      return { title: title(issue.bytes, issue.limit, format), advice: advice(issue.estimatedRows, format) };
    }
    case "too_many_rows": {
      const { title, advice } = words.too_many_rows;
      const isForParts = issue.count <= maxRowsInParts;
      return {
        title: title(issue.count, issue.limit, issue.estimated === true, format),
        advice: isForParts ? advice : words.file_too_large.advice(issue.count, format),
      };
    }
    case "unclosed_quote": {
      const { title, advice } = words.unclosed_quote;
      return { title: title(issue.row), advice: advice(issue.row) };
    }
    case "workbook_unreadable":
      return words.workbook_unreadable[issue.reason];
    case "several_files":
      return { title: words.several_files.title(issue.count, format), advice: words.several_files.advice };
    case "not_csv":
      return { title: words.not_csv.title(words.not_csv.found[issue.found]), advice: adviceFor(issue.found, words) };
    default:
      return words[issue.code];
  }
}

const spreadsheets: readonly ForeignFormat[] = ["xlsx", "xls", "ods", "numbers"];

function adviceFor(found: ForeignFormat, { not_csv }: CardTexts["messages"]["refusals"]): string {
  if (spreadsheets.includes(found)) return not_csv.spreadsheet;
  return found === "zip" || found === "gzip" ? not_csv.archive : not_csv.other;
}

interface SplitActionProps {
  readonly file: ChosenFile;
  readonly choices: ReadChoices;
  readonly rowsPerFile: number;
  /** How many files that makes. */
  readonly files: number;
}

type Progress = { readonly phase: "none" | "working" | "failed" } | { readonly phase: "done"; readonly parts: number };

// Milliseconds. Browsers drop downloads that follow each other too quickly.
const pauseBetweenSaves = 300;

/** A button that saves the file as several smaller ones, one after the other. */
export function SplitAction({ file, choices, rowsPerFile, files }: SplitActionProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.split;
  const [progress, setProgress] = useState<Progress>({ phase: "none" });
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);

  async function split(): Promise<void> {
    if (progress.phase === "working") return;
    const controller = new AbortController();
    const { signal } = controller;
    work.current = controller;
    setProgress({ phase: "working" });
    try {
      let parts = 0;
      for await (const { part, content } of splitFile({ file, choices, rowsPerFile, signal })) {
        if (parts > 0) await new Promise((resolve) => setTimeout(resolve, pauseBetweenSaves));
        signal.throwIfAborted();
        saveFile(words.partName(toBareName(file.name), part), "csv", content);
        parts += 1;
      }
      setProgress({ phase: "done", parts });
    } catch {
      if (!signal.aborted) setProgress({ phase: "failed" });
    }
  }

  const statusTexts = { none: words.downloads(files, format), working: words.working, failed: words.failed } as const;
  return (
    <>
      <Button icon="download" aria-disabled={progress.phase === "working" || undefined} onClick={split}>
        {words.action(files, format)}
      </Button>
      <span className="ieu-hint" aria-live="polite">
        {progress.phase === "done" ? words.done(progress.parts, format) : statusTexts[progress.phase]}
      </span>
    </>
  );
}
