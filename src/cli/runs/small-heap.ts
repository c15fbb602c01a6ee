// Limits the memory that a long run of the command takes.
import { setFlagsFromString } from "node:v8";

/**
 * Keeps the part of the heap for new objects at its size of now, and lets the rest grow in small steps, for the whole process.
 * Otherwise V8 lets the first grow to about 100 MB in a long run, whatever the run needs. The process must be the command's own: a
 * library never decides this.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=20");
  // Node reads answers with WebAssembly. Optimizing that takes 20 MB for a moment, and a run waits for the server, not for it.
  setFlagsFromString("--no-wasm-dynamic-tiering");
  setFlagsFromString("--no-wasm-tier-up");
}
