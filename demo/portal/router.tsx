// Addresses of the portal: which page is shown, and links that change it without loading the document again.
import { type ComponentProps, type MouseEvent, useSyncExternalStore } from "react";

const moved = "portal:moved";

/** The current path; follows links, back and forward. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** The current fragment with its `#`, or nothing. */
export function useFragment(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

/** Replaces the address without adding to the history. */
export function redirect(to: string): void {
  window.history.replaceState(null, "", withSearch(to));
}

/** Puts a choice into the address, so that a reload and a shared link make it again. */
export function rememberInAddress(name: string, value: string): void {
  const address = new URL(window.location.href);
  address.searchParams.set(name, value);
  window.history.replaceState(null, "", address);
}

/** A link inside the portal. */
export function Link({ href, ...rest }: ComponentProps<"a"> & { href: string }) {
  function follow(event: MouseEvent): void {
    // Every other click is the browser's: a new tab, a download, the context menu.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.pushState(null, "", withSearch(href));
    window.dispatchEvent(new Event(moved));
  }
  return <a {...rest} href={withSearch(href)} onClick={follow} />;
}

// The choice of the server is in the query and holds for every page.
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
