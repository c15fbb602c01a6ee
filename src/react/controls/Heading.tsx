"use client";
// Renders headings of the right level, and moves focus and scroll position to a step through its heading.
import { type ReactElement, type ReactNode, useRef } from "react";
import { useCard } from "../context/card-context.ts";
import { focusAfterPaint, useCommitEffect } from "../hooks/focus-after-paint.ts";

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
  useCommitEffect(() => {
    const heading = ref.current;
    if (focusFor !== null && heading) return focusAfterPaint(heading, (mayScroll) => focusStep(heading, mayScroll));
  }, [focusFor]);
  const Tag = `h${Math.min(headingLevel + depth, 6)}` as "h2";
  return (
    <Tag ref={ref} id={id} tabIndex={-1} className={slotClass(depth === 0 ? "title" : "heading")}>
      {children}
    </Tag>
  );
}

// Focuses an element and scrolls its whole step into view, since the next action is often further down.
function focusStep(element: HTMLElement | null | undefined, mayScroll = true): void {
  // What is inert takes no focus, and must not scroll the page to itself.
  if (element?.closest("[inert]")) return;
  element?.focus({ preventScroll: true });
  if (mayScroll) scrollIntoFullView(element?.closest<HTMLElement>("[data-step]") ?? element);
}

/** Focuses the heading of another step. `from`: any element of the same card. */
export function focusOtherStep(from: Element, step: "review"): void {
  const heading = from.closest(".ieu-root")?.querySelector<HTMLElement>(`[data-step="${step}"] [tabindex="-1"]`);
  focusStep(heading);
}

/** Scrolls, without animation, as little as shows all of the element, or its start if it is taller than the window. */
export function scrollIntoFullView(element: HTMLElement | null | undefined): void {
  if (!element) return;
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(element);
  const margins = (Number.parseFloat(scrollMarginTop) || 0) + (Number.parseFloat(scrollMarginBottom) || 0);
  const isFitting = element.offsetHeight + margins <= window.innerHeight;
  element.scrollIntoView?.({ block: isFitting ? "nearest" : "start", behavior: "instant" });
}
