// A door that keeps a backend waiting until the test opens it.

export interface Gate {
  /** Given to the backend: resolves when the gate is open. */
  pass(): Promise<void>;
  /** Resolves when somebody stands before the gate. */
  readonly reached: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let open = () => {};
  let reach = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return {
    reached,
    open: () => open(),
    pass() {
      reach();
      return opened;
    },
  };
}
