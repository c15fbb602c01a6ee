// One call at a time: what an earlier one still answers is dropped.

/** Makes calls of which only the latest counts. */
export interface Latest {
  /** Stops the call under way and makes this one, at once. One of the two listeners is told, unless it is stopped. */
  run<Answer>(
    call: (signal: AbortSignal) => Promise<Answer>,
    onAnswer: (answer: Answer) => void,
    onFailure: (error: unknown) => void,
  ): void;
  /** Aborts the call under way; nobody is told. */
  stop(): void;
}

/** Creates a line on which one call can be under way. */
export function createLatest(): Latest {
  let current = new AbortController();

  function stop() {
    current.abort();
  }

  return {
    stop,
    run(call, onAnswer, onFailure) {
      stop();
      current = new AbortController();
      const { signal } = current;
      // Async, so that a call that throws before it returns a promise fails like any other.
      const answered = (async () => call(signal))();
      answered.then(
        (answer) => signal.aborted || onAnswer(answer),
        (error) => signal.aborted || onFailure(error),
      );
    },
  };
}
