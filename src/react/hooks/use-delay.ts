"use client";
// What is worth showing only when it lasts.
import { useEffect, useState } from "react";

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
