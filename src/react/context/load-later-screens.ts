// Loads what the card shows once a file is chosen: ahead of the first file, and before it is read at the latest.

type Parts = typeof import("../later-screens.ts");

let parts: Parts | null = null;

/** Loads the parts once. Rejects when the page can't get them; the next call tries again. */
export async function loadParts(): Promise<void> {
  parts ??= await import("../later-screens.ts");
}

/** The parts; null as long as no file was read. Never a placeholder: what is on the screen was loaded before its state began. */
export function loadedParts(): Parts | null {
  return parts;
}
