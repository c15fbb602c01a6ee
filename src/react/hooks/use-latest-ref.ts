"use client";
// The newest value of a prop, for code that was made at an earlier render.
import { type RefObject, useEffect, useRef } from "react";

/** A ref that holds `value` of the last render that was shown. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value);
  useEffect(() => {
    ref.current = value;
  });
  return ref;
}
