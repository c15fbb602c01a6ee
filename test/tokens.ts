// The card's custom properties as its stylesheet declares them, with the value of each theme.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Token {
  readonly light: string;
  readonly dark: string;
}

/** The stylesheet's text. */
export const styles = readFileSync(join(import.meta.dirname, "../src/react/styles.css"), "utf8");

/** Every token a host may set, by name: those that `.ieu-root` declares, and those that only have a fallback. */
export function readTokens(): Map<string, Token> {
  const block = /^\.ieu-root \{\n([\s\S]*?)\n\n/m.exec(styles)?.[1] ?? "";
  const declared = [...block.matchAll(/^ {2}(--ieu-(?!if-)[\w-]+): ([^;]+);$/gm)];
  const awaited = [...styles.matchAll(/var\((--ieu-(?!if-)[\w-]+), ([^)]+)\)/g)];
  return new Map([...declared, ...awaited].map(([, name = "", value = ""]) => [name, toToken(value)]));
}

function toToken(value: string): Token {
  const [, light = value, dark = value] =
    /^var\(--ieu-if-light, (\S+)\) var\(--ieu-if-dark, (\S+)\)$/.exec(value) ?? [];
  return { light, dark };
}
