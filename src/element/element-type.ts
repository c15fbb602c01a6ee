// The element as a page sees it: its properties, and its events by their names.
import type { ImportExistingUsersProps } from "../react/ImportExistingUsers.tsx";
import type { AttributeProps } from "./attributes.ts";
import type { ImportExistingUsersEvents } from "./events.ts";

/** What only a script can give. */
export const objectProps = ["client", "headers", "fetch", "messages", "aliases", "classNames", "styleSheets"] as const;

type Given = ImportExistingUsersProps & {
  /** Adopted after the card's own sheet: rules for the names in `classNames`, and any others. */
  readonly styleSheets?: readonly CSSStyleSheet[] | undefined;
};

/** The properties of the element that are no attributes. */
export type ObjectProps = { -readonly [Key in (typeof objectProps)[number]]?: Given[Key] };

type Listener<Event> = ((this: ImportExistingUsersElement, event: Event) => unknown) | null;
type Events = HTMLElementEventMap & ImportExistingUsersEvents;

/** `<import-existing-users>`: properties like the props of the React component, events in place of its callbacks. */
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
