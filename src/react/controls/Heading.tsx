"use client";
// Renders a heading of the right level that can take focus when its step appears.
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { useCard } from "../context/card-context.ts";
import { focusStep } from "../hooks/step-focus.ts";

export interface HeadingProps {
  readonly id?: string | undefined;
  /** 0: the card's title, 1: a step, 2: a part of a step. */
  readonly depth: 0 | 1 | 2;
  /** The heading takes focus each time this changes to another value that is not null. */
  readonly focusFor?: unknown;
  readonly children: ReactNode;
}

export function Heading({ id, depth, focusFor = null, children }: HeadingProps): ReactElement {
  const { headingLevel, slotClass } = useCard();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusFor !== null) focusStep(ref.current);
  }, [focusFor]);
  const Tag = `h${Math.min(headingLevel + depth, 6)}` as "h2";
  return (
    <Tag ref={ref} id={id} tabIndex={-1} className={slotClass(depth === 0 ? "title" : "heading")}>
      {children}
    </Tag>
  );
}
