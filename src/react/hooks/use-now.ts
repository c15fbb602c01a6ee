"use client";
// A clock that ticks only while somebody looks at it.
import { useEffect, useState } from "react";

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
