"use client";
// Wraps a table in a labelled scrolling box that is reachable by keyboard.
import type { ReactElement, ReactNode } from "react";
import { useCard } from "../context/card-context.ts";
import type { ArrowKeys } from "./arrow-keys.ts";

export interface TableBoxProps {
  readonly caption: string;
  /** Limits the height: the rows scroll below a fixed head. */
  readonly isTall?: boolean;
  /** A table whose cells can be edited. */
  readonly isGrid?: boolean;
  /** Without them the box itself is a stop of the Tab key, so that it can be scrolled. */
  readonly arrowKeys?: ArrowKeys;
  readonly children: ReactNode;
}

export function TableBox({
  caption,
  isTall = false,
  isGrid = false,
  arrowKeys,
  children,
}: TableBoxProps): ReactElement {
  const { messages, slotClass } = useCard();
  return (
    <section
      className={slotClass("tableBox")}
      data-tall={isTall}
      aria-label={messages.table.region(caption)}
      tabIndex={arrowKeys ? undefined : 0}
    >
      <table
        ref={arrowKeys?.table}
        // Named, because styles that show rows as cards take the role of a table away in some browsers.
        role={isGrid ? "grid" : "table"}
        className={slotClass("table")}
        onKeyDown={arrowKeys?.onKeyDown}
        onFocus={arrowKeys?.onFocus}
      >
        <caption className="ieu-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
