"use client";
// A click that came too soon: meant for what stood there a moment ago.
import { type MouseEventHandler, useEffect, useRef } from "react";

// Longer than the slowest double click of a system's settings is apart.
const guardTime = 700;

/** The handler, deaf to the pointer while the control is new. Keys always count: they go to what has the focus. */
export function useGuardedClick(onClick: () => void): MouseEventHandler {
  const appearedAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    appearedAt.current = performance.now();
  }, []);
  return ({ detail, timeStamp }) => {
    const isByKey = detail === 0;
    if (isByKey || timeStamp - appearedAt.current >= guardTime) onClick();
  };
}
