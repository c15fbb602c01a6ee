"use client";
// A clock that ticks only while somebody looks at it.
import { startTransition, useEffect, useState } from "react";

/** The time in milliseconds, renewed four times a second while `isRunning`. Not for what a server renders. */
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

/** Calls back once the next frame is on the screen. Returns what takes the call back. */
export function afterPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A timer alone may come before the frame, and the frame's own callback does.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** False until what was mounted is on the screen. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return isPainted;
}

/** True once the same subject has stood for so many milliseconds; never for null. */
export function useAfter(subject: unknown, delay: number): boolean {
  const [lasting, setLasting] = useState<unknown>(null);
  useEffect(() => {
    if (subject === null) return;
    const timer = setTimeout(() => setLasting(subject), delay);
    return () => clearTimeout(timer);
  }, [subject, delay]);
  return subject !== null && lasting === subject;
}
