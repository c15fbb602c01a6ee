// Colour where a person looks, none where a file or a program reads: https://no-color.org.
import process from "node:process";

/** Writes a text in colour, or as it is. */
export type Paint = (colour: keyof typeof codes, text: string) => string;

const codes = { red: 31, green: 32, yellow: 33, bold: 1, faint: 2 } as const;

/** The paint for standard output. */
export function createPaint(): Paint {
  const { NO_COLOR, TERM } = process.env;
  const isColourful = process.stdout.isTTY === true && !NO_COLOR && TERM !== "dumb";
  return (colour, text) => (isColourful ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text);
}
