// The element's attributes, properties and events, and how the text of an attribute is read.
import type { Rollback } from "../contract/source.ts";
import type { ImportFailure, ImportReport } from "../importer/state.ts";
import type { ImportExistingUsersProps } from "../react/ImportExistingUsers.tsx";

/** The properties that only a script can set. */
export const objectProps = [
  "client",
  "headers",
  "fetch",
  "messages",
  "aliases",
  "workbooks",
  "classNames",
  "styleSheets",
] as const;

type Given = ImportExistingUsersProps & {
  /** Adopted after the card's own sheet, for example with rules for the names in `classNames`. */
  readonly styleSheets?: readonly CSSStyleSheet[] | undefined;
};

/** The properties without an attribute. */
export type ObjectProps = { -readonly [Key in (typeof objectProps)[number]]?: Given[Key] };

type Listener<Event> = ((this: ImportExistingUsersElement, event: Event) => unknown) | null;
type Events = HTMLElementEventMap & ImportExistingUsersEvents;

/** `<import-existing-users>`: properties like the props of the React component, and events instead of its callbacks. */
export interface ImportExistingUsersElement extends HTMLElement, AttributeProps, ObjectProps {
  addEventListener<Name extends keyof Events>(
    type: Name,
    listener: Listener<Events[Name]>,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof Events>(
    type: Name,
    listener: Listener<Events[Name]>,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "import-existing-users": ImportExistingUsersElement;
  }
}

/** The events of the element. They bubble, and cross the boundaries of shadow roots around it. */
export interface ImportExistingUsersEvents {
  /** An import was saved; `detail` has every row. */
  readonly "ieu-imported": CustomEvent<ImportReport>;
  /** A saved source was deleted; `detail` has the server's numbers. */
  readonly "ieu-source-deleted": CustomEvent<Rollback>;
  /** A request failed permanently; `detail.code` says why. */
  readonly "ieu-error": CustomEvent<ImportFailure>;
}

/** Dispatches an event of the element. */
export function dispatch<Name extends keyof ImportExistingUsersEvents>(
  element: HTMLElement,
  name: Name,
  detail: ImportExistingUsersEvents[Name]["detail"],
): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** The props that are also attributes. An attribute that can't be read counts as missing. */
export type AttributeProps = {
  // A text can't be a storage of the page's own.
  -readonly [Key in keyof typeof attributes]: Key extends "persist"
    ? boolean | undefined
    : ImportExistingUsersProps[Key];
};

/** The attribute of each property, and the function that reads its text. */
export const attributes = {
  appId: { name: "app-id", read: toText },
  appName: { name: "app-name", read: toText },
  baseUrl: { name: "base-url", read: toText },
  checkBeforeStart: { name: "check-before-start", read: toFlag },
  defaultSourceName: { name: "default-source-name", read: toText },
  headingLevel: { name: "heading-level", read: oneOf(["1", "2", "3", "4", "5", "6"], Number) },
  invalidRows: { name: "invalid-rows", read: oneOf(["send", "skip"], String) },
  locale: { name: "locale", read: toLocale },
  maxRows: { name: "max-rows", read: toCount },
  persist: { name: "persist", read: toFlag },
  theme: { name: "theme", read: oneOf(["light", "dark", "auto"], String) },
} as const;

/** Reads all attributes of an element. */
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

// As in HTML, the presence of the attribute means true. "false" is written by a property that was set to false.
function toFlag(text: string): boolean {
  return text !== "false";
}

// A tag that Intl refuses would crash the card.
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
