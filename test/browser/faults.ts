// Finds layout faults that do not depend on the content: overflow, overlap, clipped text.

/** Runs in the page: what is wider than the window, controls that lie on one another, and those below 24 px (WCAG 2.2, 2.5.8). */
export function findFaults(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const dialog = document.querySelector("dialog[open]");
  const controls = [
    ...(dialog ?? (document.querySelector(".ieu-root") as Element)).querySelectorAll<HTMLElement>(
      "button, select, input, a, summary",
    ),
  ]
    .filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        !control.closest(".ieu-table-box table, [data-skip]:not(:focus)"),
    )
    .map((control) => ({
      control,
      box: control.getBoundingClientRect(),
      name: `${control.className} ${control.textContent}`,
      // The bar with Start covers what is scrolled below it.
      isInBar: control.closest(".ieu-review > .ieu-footer") !== null,
    }));
  const overlap = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []),
    ...controls
      .filter(({ box }) => Math.min(box.width, box.height) < 24)
      .map(({ name, box }) => `${name}: ${box.width} x ${box.height}`),
    ...controls.flatMap(({ box, name, isInBar }, index) =>
      controls
        .slice(index + 1)
        .filter((other) => isInBar === other.isInBar && overlap(box, other.box))
        .map((other) => `${name} lies on ${other.name}`),
    ),
  ];
}
