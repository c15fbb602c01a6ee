"use client";
// A number for an object: another one whenever the object is another.
import { useState } from "react";

/** Counts how often `value` has become another object; made for React keys. */
export function useIdentity(value: unknown): number {
  const [known, setKnown] = useState({ value, count: 0 });
  if (known.value === value) return known.count;
  setKnown({ value, count: known.count + 1 });
  return known.count + 1;
}
