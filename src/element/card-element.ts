"use client";
// The custom element: a shadow root with the card in it; attributes and properties in, events out.
import { createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../react/ImportExistingUsers.tsx";
import { type AttributeProps, attributes, readAttributes } from "./attributes.ts";
import { type ObjectProps, objectProps } from "./element-type.ts";
import { tell } from "./events.ts";
import { sheetFor } from "./shadow-styles.ts";

const attributeProps = Object.keys(attributes) as (keyof AttributeProps)[];

// A server has no elements; importing this there must do no harm.
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
    takeEarly(this);
    this.#update();
  }

  disconnectedCallback(): void {
    this.#update();
  }

  // Only to be there: with it, `moveBefore` does not count as leaving and coming back.
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    this.#update();
  }

  // After this turn: whoever sets five things sets them at once, and whoever moves the element has put it back by then.
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
      // Aborts what runs.
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
    onImported: (report) => tell(element, "ieu-imported", report),
    onSourceDeleted: (rollback) => tell(element, "ieu-source-deleted", rollback),
    onError: (failure) => tell(element, "ieu-error", failure),
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

// What was set before this script came stands in front of the class's own properties, and would hide them for ever.
function takeEarly(element: HTMLElement): void {
  const early = element as unknown as Record<string, unknown>;
  for (const key of [...attributeProps, ...objectProps]) {
    if (!Object.hasOwn(element, key)) continue;
    const value = early[key];
    delete early[key];
    early[key] = value;
  }
}
