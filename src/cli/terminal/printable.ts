// Text of a file or a server on its way to a screen.

/** The text without what could move the cursor or colour the rest of the screen. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/g, " ");
}

/** The same, cut where it would fill the screen. */
export function excerpt(text: string, longest = 60): string {
  const shown = printable(text.slice(0, longest + 1));
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}
