"use client";
// Shows messages: in a box with an icon (Notice), or as text with bold and code parts (RichText).
import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import { useCard } from "../context/card-context.ts";
import { marks } from "../messages/format.ts";
import { Icon, type IconName } from "./Icon.tsx";

const icons: Record<NoticeTone, IconName> = {
  fact: "information",
  hint: "warning",
  problem: "alert",
  good: "check",
};

type NoticeTone = "fact" | "hint" | "problem" | "good";

export interface NoticeProps extends Omit<HTMLAttributes<HTMLDivElement>, "title"> {
  readonly tone: NoticeTone;
  readonly title?: string;
  /** Shown below the title and the children. */
  readonly text?: string;
  /** Buttons below the text. */
  readonly actions?: ReactNode;
}

export function Notice({ tone, title, text, actions, children, ...rest }: NoticeProps): ReactElement {
  const { slotClass } = useCard();
  return (
    <div className={slotClass("notice")} data-tone={tone} {...rest}>
      <Icon name={icons[tone]} />
      <div className="ieu-notice-text">
        {title && <p className="ieu-notice-title">{title}</p>}
        {children}
        {text && (
          <p className="ieu-notice-line">
            <RichText text={text} />
          </p>
        )}
        {actions && <div className="ieu-actions">{actions}</div>}
      </div>
    </div>
  );
}

const markedParts = /(\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003)/;

/** A text whose bold and code parts were marked by `format.strong` and `format.code`. */
export function RichText({ text }: { readonly text: string }): ReactNode {
  return text.split(markedParts).map((part, index) => {
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
