// Calls into the host's code, which may throw without harm to ours.

/** Calls a host's callback, if there is one; what it throws is reported as uncaught, after our own work. */
export function tellHost<Fact>(callback: ((fact: Fact) => void) | undefined, fact: Fact): void {
  try {
    callback?.(fact);
  } catch (error) {
    report(error);
  }
}

function report(error: unknown): void {
  // Not everywhere: Node has no reportError.
  if (typeof globalThis.reportError === "function") globalThis.reportError(error);
  else
    queueMicrotask(() => {
      throw error;
    });
}
