"use client";
// Makes the element known to the page, once.
import { CardElement } from "./card-element.ts";

const tagName = "import-existing-users";

/**
 * Defines `<import-existing-users>`. Importing the door has done it already, in a browser.
 *
 * On a server, and where the page has the element from another copy of this package, nothing happens.
 */
export function defineImportExistingUsers(): void {
  if (typeof customElements === "undefined" || customElements.get(tagName)) return;
  customElements.define(tagName, CardElement);
}

defineImportExistingUsers();
