"use client";
// Wraps a table in a labelled scrolling box that is reachable by keyboard.
import type { ReactElement, ReactNode } from "react";
import { useCard } from "../context/card-context.ts";

export interface TableBoxProps {
  readonly caption: string;
  /** Limits the height: the rows scroll below a fixed head. */
  readonly isTall?: boolean;
  readonly children: ReactNode;
}

export function TableBox({ caption, isTall = false, children }: TableBoxProps): ReactElement {
  const { messages, slotClass } = useCard();
  return (
    <section
      className={slotClass("tableBox")}
      data-tall={isTall}
      aria-label={messages.table.region(caption)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className={slotClass("table")}>
        <caption className="ieu-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
