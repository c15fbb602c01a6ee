"use client";
// A decision takes its own button away: the keyboard goes on at what stands in its place.
import { type RefObject, useEffect, useRef } from "react";

/** The box around the buttons; its first button gets the focus when one of them was pressed and `decision` changed. */
export function useKeptFocus(decision: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    const element = box.current;
    const note = () => {
      wasPressed.current = true;
    };
    element?.addEventListener("click", note);
    return () => element?.removeEventListener("click", note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each decision, and only then
  useEffect(() => {
    // A decision from elsewhere, such as the select above, leaves the keyboard there.
    if (wasPressed.current) box.current?.querySelector("button")?.focus();
    wasPressed.current = false;
  }, [decision]);
  return box;
}
