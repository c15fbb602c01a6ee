"use client";
// What can wait until the screen shows the rest.
import { startTransition, useEffect, useState } from "react";

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
