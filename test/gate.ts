// A gate that holds back an answer, a file or a task until the test opens it.

export interface Gate {
  /** Resolves as soon as the gate is open; it may have been opened before. */
  pass(): Promise<void>;
  /** Resolves when `pass` was called for the first time. */
  readonly reached: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  const opening = defer();
  const reaching = defer();
  return {
    reached: reaching.settled,
    open: opening.settle,
    pass() {
      reaching.settle();
      return opening.settled;
    },
  };
}

function defer(): { readonly settled: Promise<void>; settle(): void } {
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { settled, settle };
}
