// Where the keyboard and the screen go when the card moves on.

/** Gives an element the keyboard, and shows the whole step it belongs to: what can be done next is often below it. */
export function focusStep(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  showWhole(element?.closest<HTMLElement>("[data-step]") ?? element);
}

/** Gives another step's heading the keyboard. `from`: any element of the same card. */
export function focusOtherStep(from: Element, step: "review"): void {
  const heading = from.closest(".ieu-root")?.querySelector<HTMLElement>(`[data-step="${step}"] [tabindex="-1"]`);
  focusStep(heading);
}

/** Scrolls just as far as needed to see all of it, or its beginning where it is taller than the window. At once: nothing moves. */
export function showWhole(element: HTMLElement | null | undefined): void {
  if (!element) return;
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(element);
  const margins = (Number.parseFloat(scrollMarginTop) || 0) + (Number.parseFloat(scrollMarginBottom) || 0);
  const isFitting = element.offsetHeight + margins <= window.innerHeight;
  element.scrollIntoView?.({ block: isFitting ? "nearest" : "start", behavior: "instant" });
}
