// The attributes of the element: which prop of the card each one is, and how its text is read.
import type { ImportExistingUsersProps } from "../react/ImportExistingUsers.tsx";

/** The props that are attributes as well. What can't be read counts as not given. */
export type AttributeProps = {
  // No storage of the page's own: a text can't be one.
  -readonly [Key in keyof typeof attributes]: Key extends "persist"
    ? boolean | undefined
    : ImportExistingUsersProps[Key];
};

/** Property and attribute of the same meaning. */
export const attributes = {
  appId: { name: "app-id", read: toText },
  appName: { name: "app-name", read: toText },
  baseUrl: { name: "base-url", read: toText },
  defaultSourceName: { name: "default-source-name", read: toText },
  headingLevel: { name: "heading-level", read: oneOf(["1", "2", "3", "4", "5", "6"], Number) },
  invalidRows: { name: "invalid-rows", read: oneOf(["send", "skip"], String) },
  locale: { name: "locale", read: toLocale },
  maxRows: { name: "max-rows", read: toCount },
  persist: { name: "persist", read: toFlag },
  theme: { name: "theme", read: oneOf(["light", "dark", "auto"], String) },
} as const;

/** Reads them all. */
export function readAttributes(element: Pick<HTMLElement, "getAttribute">): AttributeProps {
  const entries = Object.entries(attributes).map(([key, { name, read }]) => {
    const text = element.getAttribute(name);
    return [key, text === null ? undefined : read(text.trim())];
  });
  return Object.fromEntries(entries) as AttributeProps;
}

function toText(text: string): string | undefined {
  return text === "" ? undefined : text;
}

function toCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

// Being there is enough, as HTML has it; the word comes from a property that was set to false.
function toFlag(text: string): boolean {
  return text !== "false";
}

// A tag that Intl refuses would take the whole card away.
function toLocale(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function oneOf(allowed: readonly string[], to: (text: string) => string | number) {
  return (text: string): string | number | undefined => (allowed.includes(text) ? to(text) : undefined);
}
