// Draws the portal's icons: strokes on a 20 px grid, in the colour of the text beside them.

const paths = {
  overview: "M3.5 10.5 10 4l6.5 6.5M5.5 9v7h9V9",
  users:
    "M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 16c.3-2.6 2.3-4 5-4s4.7 1.4 5 4M13 4.3a2.75 2.75 0 0 1 0 5.1M14.3 12.3c1.8.5 3 1.8 3.2 3.7",
  synchronisation: "M16 8.5A6.2 6.2 0 0 0 4.8 6.6M4 11.5a6.2 6.2 0 0 0 11.2 1.9M4.5 3.5v3.3h3.3M15.5 16.5v-3.3h-3.3",
  menu: "M3.5 6h13M3.5 10h13M3.5 14h13",
  close: "m5.5 5.5 9 9m0-9-9 9",
  download: "M10 3.5v9m0 0 3.5-3.5M10 12.5 6.5 9M4 16.5h12",
  copy: "M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3",
  done: "m4.5 10.5 3.7 3.7 7.3-8",
  grip: "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
  light:
    "M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.5v1.2M10 16.3v1.2M2.5 10h1.2M16.3 10h1.2M4.7 4.7l.8.8M14.5 14.5l.8.8M15.3 4.7l-.8.8M5.5 14.5l-.8.8",
  dark: "M16.2 11.8A6.6 6.6 0 0 1 8.2 3.8a6.6 6.6 0 1 0 8 8Z",
  auto: "M3 4.5h14v8.5H3zM7.5 16.5h5M10 13v3.5",
  reset: "M4.2 8A6.3 6.3 0 1 1 3.7 11M4 3.8V8h4.2",
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the text beside it says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={`icon icon-${name}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
