"use client";
// A clock that ticks only while somebody looks at it.
import { useEffect, useState } from "react";

/** The time in milliseconds, renewed four times a second while `isRunning`; 0 before the first tick. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
