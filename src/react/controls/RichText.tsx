// A message with its bold and code parts, as `format.strong` and `format.code` marked them.
import type { ReactNode } from "react";
import { marks } from "../messages/format.ts";

const parts = /(\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003)/;

export function RichText({ text }: { readonly text: string }): ReactNode {
  return text.split(parts).map((part, index) => {
    const content = part.slice(1, -1);
    const key = `${index}${part}`;
    if (part.startsWith(marks.strong[0])) {
      return (
        <strong key={key} className="ieu-strong">
          {content}
        </strong>
      );
    }
    if (part.startsWith(marks.code[0])) {
      return (
        <code key={key} className="ieu-code">
          {content}
        </code>
      );
    }
    return part;
  });
}
