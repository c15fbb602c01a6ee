"use client";
// What the file has where a person has typed something else.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";

/** What the file has in a cell. */
export function Original({ text, id }: { readonly text: string; readonly id?: string }): ReactElement {
  const { messages } = useCard();
  const words = messages.corrections;
  return (
    <span id={id} className="ieu-original">
      {words.original} {text.trim() === "" ? words.empty : <bdi>{cut(text)}</bdi>}{" "}
    </span>
  );
}

// A reminder, not the text itself.
function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
