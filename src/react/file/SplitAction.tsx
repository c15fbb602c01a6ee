"use client";
// A file with too many rows, cut into files that are saved one after the other.
import { type ReactElement, useEffect, useRef, useState } from "react";
import { splitFile } from "../../importer/effects/file-exports.ts";
import type { ChosenFile, ReadChoices } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { saveFile, toBareName } from "../export/download.ts";

export interface SplitActionProps {
  readonly file: ChosenFile;
  readonly choices: ReadChoices;
  readonly rowsPerFile: number;
}

type Progress = { readonly phase: "none" | "working" | "failed" } | { readonly phase: "done"; readonly parts: number };

// Browsers drop downloads that follow each other at once.
const betweenSaves = 300;

export function SplitAction({ file, choices, rowsPerFile }: SplitActionProps): ReactElement {
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
        if (parts > 0) await new Promise((resolve) => setTimeout(resolve, betweenSaves));
        signal.throwIfAborted();
        saveFile(words.partName(toBareName(file.name), part), "csv", content);
        parts += 1;
      }
      setProgress({ phase: "done", parts });
    } catch {
      if (!signal.aborted) setProgress({ phase: "failed" });
    }
  }

  const said = { none: "", working: words.working, failed: words.failed } as const;
  return (
    <>
      <Button icon="download" aria-disabled={progress.phase === "working" || undefined} onClick={split}>
        {words.action(rowsPerFile, format)}
      </Button>
      <span className="ieu-hint" aria-live="polite">
        {progress.phase === "done" ? words.done(progress.parts, format) : said[progress.phase]}
      </span>
    </>
  );
}
