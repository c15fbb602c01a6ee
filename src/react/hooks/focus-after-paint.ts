"use client";
// Moves the focus to the start of a new screen, once the browser has laid it out and painted it.
import { useEffect, useLayoutEffect } from "react";
import { afterPaint } from "./after-paint.ts";

/** Runs an effect before anything else can happen in the page. On a server neither runs, but React 18 warns of the other. */
export const useCommitEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Calls `focus` after the next paint: earlier, it would make the browser lay out the page twice. A key or a pointer that is
 * pressed before then finds the focus there already; a pointer must also find what is under it where it was, so `focus` must
 * not scroll then. Not called if the focus has been moved meanwhile. Returns a function that cancels the call.
 */
export function focusAfterPaint(element: Element, focus: (mayScroll: boolean) => void): () => void {
  const page = element.ownerDocument;
  const root = element.getRootNode() as Document | ShadowRoot;
  // From outside of a shadow root, all of it looks like its host.
  const focused = () => root.activeElement ?? page.activeElement;
  const before = focused();
  const presses = ["keydown", "pointerdown"];
  const cancel = afterPaint(() => finish());
  for (const type of presses) page.addEventListener(type, finish, true);
  function finish(press?: Event): void {
    stop();
    // The body has the focus if the element that had it was removed.
    if (focused() === before || focused() === page.body) focus(press?.type !== "pointerdown");
  }
  function stop(): void {
    cancel();
    for (const type of presses) page.removeEventListener(type, finish, true);
  }
  return stop;
}
