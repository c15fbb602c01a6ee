// A bare page around the card: a test shows and removes cards on it as a host's router would.
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { createImportClient, type ImportClientOptions } from "../../../src/client/index.ts";
import { ImportExistingUsers, type ImportExistingUsersProps } from "../../../src/index.ts";

const roots = new Map<string, { root: Root; container: HTMLElement }>();

/** What a test calls in the page. */
export interface BarePage {
  /** Shows a card, or gives a shown one other props; without props an empty tree. A client can't come from a test, but its options can. */
  show(name: string, props?: ImportExistingUsersProps, clientOptions?: ImportClientOptions): void;
  remove(name: string): void;
}

function show(name: string, props?: ImportExistingUsersProps, clientOptions?: ImportClientOptions): void {
  const client = clientOptions && { client: createImportClient(clientOptions) };
  const { root } = roots.get(name) ?? addRoot(name);
  root.render(props ? <StrictMode>{<ImportExistingUsers {...props} {...client} />}</StrictMode> : null);
}

function addRoot(name: string) {
  const container = document.createElement("main");
  document.body.append(container);
  const added = { root: createRoot(container), container };
  roots.set(name, added);
  return added;
}

function remove(name: string): void {
  const known = roots.get(name);
  known?.root.unmount();
  known?.container.remove();
  roots.delete(name);
}

Object.assign(globalThis, { bare: { show, remove } satisfies BarePage });
