// Colour where a person looks, none where a file or a program reads: https://no-color.org, https://force-color.org.
import type { Terminal } from "./terminal.ts";

/** Writes a text in colour, or as it is. */
export type Paint = (colour: keyof typeof codes, text: string) => string;

const codes = { red: 31, green: 32, yellow: 33, bold: 1, faint: 2 } as const;

/** The paint for one of a terminal's streams. */
export function createPaint({ env, ...terminal }: Terminal, stream: "stdout" | "stderr" = "stdout"): Paint {
  const isColourful = hasColour(env, terminal[stream].isTTY === true);
  return (colour, text) => (isColourful ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text);
}

// Both are switches of the person who starts the program; the one that takes away wins.
function hasColour({ NO_COLOR, FORCE_COLOR, TERM }: Terminal["env"], isTerminal: boolean): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
