// Draws the card's icons on a 16 px grid, in the colour of the surrounding text.
import type { ReactElement } from "react";

const paths = {
  check: "M3.5 8.5l3 3 6-7",
  loop: "M13 8a5 5 0 1 1-1.6-3.7M13.2 2v2.8h-2.8",
  none: "M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0zM3.8 12.2l8.4-8.4",
  differs: "M3 6h10M3 10h10M10.5 3l-5 10",
  exclamation: "M8 3v6M8 12.4v.1",
  alert: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.9v3.7M8 11v.1",
  question: "M5.8 6A2.2 2.2 0 1 1 8 8.3v1.2M8 12.4v.1",
  held: "M6 4v8M10 4v8",
  out: "M3.5 8h9",
  back: "M6 3.5L3 6.5l3 3M3.2 6.5h6.3a3 3 0 0 1 0 6H7",
  file: "M9 1.8H4.5A1 1 0 0 0 3.5 2.8v10.4a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.3zM9 1.8v3.5h3.5M5.8 8.5h4.4M5.8 11h4.4",
  upload: "M8 10.5V2.5M4.8 5.5L8 2.3l3.2 3.2M2.5 10.5v2a1.2 1.2 0 0 0 1.2 1.2h8.6a1.2 1.2 0 0 0 1.2-1.2v-2",
  download: "M8 2.5v8M4.8 7.5L8 10.7l3.2-3.2M2.5 10.5v2a1.2 1.2 0 0 0 1.2 1.2h8.6a1.2 1.2 0 0 0 1.2-1.2v-2",
  warning: "M8 2.2L14.3 13.3H1.7zM8 6.3v3.2M8 11.4v.1",
  information: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.3v3.7M8 4.9v.1",
  lock: "M4 7.2h8a.8.8 0 0 1 .8.8v4.7a.8.8 0 0 1-.8.8H4a.8.8 0 0 1-.8-.8V8a.8.8 0 0 1 .8-.8zM5.3 7.2V5a2.7 2.7 0 0 1 5.4 0v2.2",
  search: "M11.3 7.2a4.1 4.1 0 1 1-8.2 0 4.1 4.1 0 0 1 8.2 0zM10.2 10.2l3.3 3.3",
  down: "M4 6.3l4 4 4-4",
  first: "M8.2 4l-4 4 4 4M12.2 4l-4 4 4 4",
  previous: "M10 4L6 8l4 4",
  next: "M6 4l4 4-4 4",
  last: "M3.8 4l4 4-4 4M7.8 4l4 4-4 4",
  unsorted: "M5 6.3L8 3.3l3 3M5 9.7l3 3 3-3",
  ascending: "M4.5 9L8 5.5 11.5 9",
  descending: "M4.5 7L8 10.5 11.5 7",
  pencil: "M10.8 3.2l2 2L5.6 12.4l-2.7.7.7-2.7zM9.4 4.6l2 2",
  copies: "M5.5 5.5h7v7h-7zM3.5 10.5v-7h7",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="ieu-icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
