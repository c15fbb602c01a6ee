"use client";
// Hooks around time: a ticking clock, and a delay before something is shown.
import { useEffect, useState } from "react";

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
