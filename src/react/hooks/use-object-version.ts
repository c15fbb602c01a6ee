"use client";
// Counts the changes of a value to another object, for use in React keys.
import { useState } from "react";

/** Counts how often `value` has changed to another object. */
export function useObjectVersion(value: unknown): number {
  const [known, setKnown] = useState({ value, count: 0 });
  if (known.value === value) return known.count;
  setKnown({ value, count: known.count + 1 });
  return known.count + 1;
}
