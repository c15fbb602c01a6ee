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
  /** Keeps space for rows that follow, so that nothing moves when they do. @default 0 */
  readonly rowsToCome?: number;
  readonly children: ReactNode;
}

// Of a row of one line, by the styles of its cells.
const rowHeight = "(var(--ieu-rem) * 0.8125 * 1.45 + 17px)";

export function TableBox({
  caption,
  isTall = false,
  isGrid = false,
  arrowKeys,
  rowsToCome = 0,
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
        {...arrowKeys}
        // Named, because styles that show rows as cards take the role of a table away in some browsers.
        role={isGrid ? "grid" : "table"}
        className={slotClass("table")}
        // A custom property would be inherited: every cell would be styled again with it, and without.
        style={rowsToCome > 0 ? { marginBlockEnd: `calc(${rowsToCome} * ${rowHeight})` } : undefined}
      >
        <caption className="ieu-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
