// Words that can be told from everything else: every text of the messages in brackets, and what a screen shows outside of them.
import { english } from "../../src/react/messages/en.ts";
import { type Messages, toMessages } from "../../src/react/messages/messages.ts";

/** The English words, each text in ⟦ and ⟧; also what functions return. */
export const markedMessages = mark(toMessages(english, undefined)) as Messages;

function mark(value: unknown): unknown {
  if (typeof value === "string") return bracket(value);
  if (typeof value === "function") return (...values: unknown[]) => bracket(String(value(...values)));
  return Object.fromEntries(Object.entries(value as object).map(([key, below]) => [key, mark(below)]));
}

function bracket(text: string): string {
  return `⟦${text}⟧`;
}

/** Texts and names for assistive technology below `root` that hold letters outside of the brackets and of `data`. */
export function unmarkedTexts(root: Element, data: readonly string[]): string[] {
  const names = [root, ...root.querySelectorAll("*")].flatMap((element) =>
    nameAttributes.map((attribute) => element.getAttribute(attribute) ?? ""),
  );
  const lines = withoutMarked(textOf(root)).split("\n");
  return [...lines, ...names.map(withoutMarked)]
    .map((text) => withoutData(text, data))
    .filter((text) => /\p{L}/u.test(text));
}

const nameAttributes = ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"];

// A cell after a cell is no word. The platform's own texts, dates, are not ours to replace.
function textOf(element: Element): string {
  if (element.localName === "time") return "";
  return [...element.childNodes]
    .map((node) => (node.nodeType === 1 ? textOf(node as Element) : (node.textContent ?? "")))
    .join(/^(?:strong|code|b|span)$/.test(element.localName) ? "" : "\n");
}

// From the inside out: messages stand in messages.
function withoutMarked(text: string): string {
  const shorter = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return shorter === text ? text : withoutMarked(shorter);
}

function withoutData(text: string, data: readonly string[]): string {
  return data.reduce((rest, value) => rest.replaceAll(value, ""), text).trim();
}
