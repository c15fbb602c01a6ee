// Moves focus and scroll position when the card goes on to another step.

/** Focuses an element and scrolls its whole step into view, since the next action is often further down. */
export function focusStep(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  scrollIntoFullView(element?.closest<HTMLElement>("[data-step]") ?? element);
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
