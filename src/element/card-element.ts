"use client";
// The custom element: renders the card into a shadow root from attributes and properties, and dispatches its events.
import { createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../react/ImportExistingUsers.tsx";
import {
  type AttributeProps,
  attributes,
  dispatch,
  type ObjectProps,
  objectProps,
  readAttributes,
} from "./element-properties.ts";
import { sheetFor } from "./shadow-styles.ts";

const attributeProps = Object.keys(attributes) as (keyof AttributeProps)[];

// A server has no HTMLElement. Importing this file there must not fail.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** The class behind `<import-existing-users>`. */
export class CardElement extends Base {
  static readonly observedAttributes = Object.values(attributes).map(({ name }) => name);
  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #callbacks = toCallbacks(this);
  #given: ObjectProps = {};
  #root: Root | null = null;
  #isStale = false;

  static {
    for (const key of attributeProps) Object.defineProperty(CardElement.prototype, key, attributeProperty(key));
    for (const key of objectProps) {
      Object.defineProperty(CardElement.prototype, key, {
        get: function (this: CardElement) {
          return this.#given[key];
        },
        set: function (this: CardElement, value: unknown) {
          this.#given = { ...this.#given, [key]: value ?? undefined };
          this.#update();
        },
        enumerable: true,
        configurable: true,
      });
    }
  }

  connectedCallback(): void {
    adoptEarlyProperties(this);
    this.#update();
  }

  disconnectedCallback(): void {
    this.#update();
  }

  // Without this method, `moveBefore` would disconnect and reconnect the element.
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    this.#update();
  }

  // In a microtask, so that several properties set in a row render once, and a moved element is connected again.
  #update(): void {
    if (this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      this.#show();
    });
  }

  #show(): void {
    const props = this.isConnected ? this.#toProps() : null;
    if (props) {
      this.#shadow.adoptedStyleSheets = [sheetFor(this.ownerDocument), ...(this.#given.styleSheets ?? [])];
      this.#root ??= createRoot(this.#shadow);
      this.#root.render(createElement(ImportExistingUsers, props));
    } else {
      // Aborts the work in progress.
      this.#root?.unmount();
      this.#root = null;
    }
  }

  #toProps(): ImportExistingUsersProps | null {
    const { appId, ...read } = readAttributes(this);
    const { styleSheets: _, client, ...given } = this.#given;
    const props = { ...read, ...given, ...this.#callbacks };
    if (appId !== undefined) return { ...props, appId, client };
    if (client) return { ...props, client };
    console.warn("<import-existing-users> shows nothing until it has the attribute app-id, or the property client.");
    return null;
  }
}

function toCallbacks(element: HTMLElement) {
  return {
    onImported: (report) => dispatch(element, "ieu-imported", report),
    onSourceDeleted: (rollback) => dispatch(element, "ieu-source-deleted", rollback),
    onError: (failure) => dispatch(element, "ieu-error", failure),
  } satisfies Partial<ImportExistingUsersProps>;
}

function attributeProperty(key: keyof AttributeProps): PropertyDescriptor & ThisType<HTMLElement> {
  const { name } = attributes[key];
  return {
    get() {
      return readAttributes(this)[key];
    },
    set(value: unknown) {
      if (value === undefined || value === null) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
    enumerable: true,
    configurable: true,
  };
}

// Properties set before this script ran are own properties of the element and would hide those of the class.
function adoptEarlyProperties(element: HTMLElement): void {
  const early = element as unknown as Record<string, unknown>;
  for (const key of [...attributeProps, ...objectProps]) {
    if (!Object.hasOwn(element, key)) continue;
    const value = early[key];
    delete early[key];
    early[key] = value;
  }
}
