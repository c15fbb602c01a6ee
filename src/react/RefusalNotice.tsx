"use client";
// A file that was not taken: what was found, and what to do.
import type { ReactElement } from "react";
import type { ForeignFormat } from "../csv/table.ts";
import type { ImporterActions } from "../importer/actions.ts";
import type { Refusal } from "../importer/state.ts";
import { Button } from "./Button.tsx";
import { useCard } from "./context.ts";
import type { Format } from "./format.ts";
import type { Messages } from "./messages.ts";
import { Notice } from "./Notice.tsx";

export interface RefusalNoticeProps {
  readonly refusal: Refusal;
  readonly onOverrule: ImporterActions["overruleRefusal"];
}

export function RefusalNotice({ refusal, onOverrule }: RefusalNoticeProps): ReactElement {
  const { messages, format } = useCard();
  const { issue, fileName } = refusal;
  const { title, advice } = toWords(issue, messages.refusals, format);
  const action = issue.code === "too_many_rows" && (
    <Button onClick={() => onOverrule({ overflow: "first" })}>
      {messages.refusals.too_many_rows.action(issue.limit, format)}
    </Button>
  );
  return (
    <Notice tone="problem" role="alert" title={title} text={advice} actions={action}>
      {fileName && <p className="ieu-notice-file">{fileName}</p>}
    </Notice>
  );
}

interface Words {
  readonly title: string;
  readonly advice: string;
}

function toWords(issue: Refusal["issue"], words: Messages["refusals"], format: Format): Words {
  switch (issue.code) {
    case "file_too_large": {
      const { title, advice } = words.file_too_large;
      return { title: title(issue.bytes, issue.limit, format), advice: advice(issue.estimatedRows, format) };
    }
    case "too_many_rows": {
      const { title, advice } = words.too_many_rows;
      return { title: title(issue.count, issue.limit, format), advice };
    }
    case "unclosed_quote": {
      const { title, advice } = words.unclosed_quote;
      return { title: title(issue.row), advice: advice(issue.row) };
    }
    case "several_files":
      return { title: words.several_files.title(issue.count, format), advice: words.several_files.advice };
    case "not_csv":
      return { title: words.not_csv.title(words.not_csv.found[issue.found]), advice: adviceFor(issue.found, words) };
    default:
      return words[issue.code];
  }
}

const spreadsheets: readonly ForeignFormat[] = ["xlsx", "xls", "ods", "numbers"];

function adviceFor(found: ForeignFormat, { not_csv }: Messages["refusals"]): string {
  if (spreadsheets.includes(found)) return not_csv.spreadsheet;
  return found === "zip" || found === "gzip" ? not_csv.archive : not_csv.other;
}
