// Maps addresses to pages of the portal, and provides links that don't reload the document.
import { type ComponentProps, type MouseEvent, useSyncExternalStore } from "react";

const moved = "portal:moved";

/** The current path; follows links and the history. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** The current fragment with its `#`, or an empty text. */
export function useFragment(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

/** Replaces the address without adding to the history. */
export function redirect(to: string): void {
  window.history.replaceState(null, "", withSearch(to));
}

/** Stores a choice in the query of the address, so that reloads and shared links keep it. */
export function rememberInAddress(name: string, value: string): void {
  const address = new URL(window.location.href);
  address.searchParams.set(name, value);
  window.history.replaceState(null, "", address);
}

/** A link inside the portal. */
export function Link({ href, ...rest }: ComponentProps<"a"> & { href: string }) {
  function follow(event: MouseEvent): void {
    // All other clicks are left to the browser: new tab, download, context menu.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.pushState(null, "", withSearch(href));
    window.dispatchEvent(new Event(moved));
  }
  return <a {...rest} href={withSearch(href)} onClick={follow} />;
}

// The chosen server is part of the query of every page.
function withSearch(href: string): string {
  const [path = "", fragment] = href.split("#");
  return `${path}${window.location.search}${fragment ? `#${fragment}` : ""}`;
}

function subscribe(onMove: () => void): () => void {
  const events = [moved, "popstate", "hashchange"];
  for (const event of events) window.addEventListener(event, onMove);
  return () => {
    for (const event of events) window.removeEventListener(event, onMove);
  };
}
