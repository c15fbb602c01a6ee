"use client";
// How the file was read, to copy for support: without any row of it.
import { type ReactElement, useId, useState } from "react";
import { reportReading } from "../../importer/effects/file-exports.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { saveFile, toBareName } from "../export/download.ts";

export function CopyReport({ review }: { readonly review: Review }): ReactElement {
  const { messages } = useCard();
  const words = messages.report;
  const id = useId();
  const [done, setDone] = useState<{ readonly how: "copied" | "saved"; readonly review: Review } | null>(null);

  async function copy(): Promise<void> {
    const text = JSON.stringify(await reportReading(review), null, 2);
    // Not allowed without https, in some frames, and where the person said no.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (!isCopied)
      saveFile(words.fileName(toBareName(review.file.name)), "json", new Blob([text], { type: "application/json" }));
    setDone({ how: isCopied ? "copied" : "saved", review });
  }

  return (
    <div className="ieu-report">
      <Button look="link" aria-describedby={id} onClick={copy}>
        {words.copy}
      </Button>
      <span id={id} className="ieu-hidden">
        {words.hint}
      </span>
      {/* What was copied is not this reading any more once the file is read anew. */}
      <span className="ieu-hint" aria-live="polite">
        {done && done.review.table === review.table ? words[done.how] : ""}
      </span>
    </div>
  );
}
