"use client";
// Defines the custom element in the page, once.
import { CardElement } from "./card-element.ts";

const tagName = "import-existing-users";

/**
 * Defines `<import-existing-users>`. In a browser, importing the entry point does this already.
 *
 * Does nothing on a server, or if another copy of this package has defined the element.
 */
export function defineImportExistingUsers(): void {
  if (typeof customElements === "undefined" || customElements.get(tagName)) return;
  customElements.define(tagName, CardElement);
}

defineImportExistingUsers();
