"use client";
// Hooks around time: a ticking clock, a delay before something shows, and work after the next paint.
import { startTransition, useEffect, useState } from "react";

/** The time in milliseconds, updated four times a second while `isRunning`. Not for server-rendered output. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}

/** True once `subject` has stayed the same object for `delay` milliseconds; never for null. */
export function useHasLasted(subject: unknown, delay: number): boolean {
  const [lasting, setLasting] = useState<unknown>(null);
  useEffect(() => {
    if (subject === null) return;
    const timer = setTimeout(() => setLasting(subject), delay);
    return () => clearTimeout(timer);
  }, [subject, delay]);
  return subject !== null && lasting === subject;
}

/** False until the component that called it has been painted. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return isPainted;
}

/** Calls back after the next frame was painted. Returns a function that cancels the call. */
export function afterPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Both may run before the paint when used alone: a timer, and a frame's own callback.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
