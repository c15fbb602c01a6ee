"use client";
// Runs work after the next paint.
import { startTransition, useEffect, useState } from "react";

/** False until the component that called it has been painted. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return isPainted;
}

// Milliseconds. A hidden page, or a frame that is out of view, paints nothing.
const longestWait = 500;

/** Calls back after the next frame was painted, or after a while without one. Returns a function that cancels the call. */
export function afterPaint(callback: () => void): () => void {
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const finish = () => {
    stop();
    callback();
  };
  let timer = setTimeout(finish, longestWait);
  // Both may run before the paint when used alone: a timer, and a frame's own callback.
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(finish);
  });
  return stop;
}
