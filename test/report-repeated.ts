// Prints the tests that failed at first and passed when they were repeated, with their first errors.

// The parts of Vitest's TestCase that are read. (The types of "vitest/node" change those of the matchers of DOM tests.)
interface Test {
  readonly fullName: string;
  readonly module: { readonly relativeModuleId: string };
  diagnostic(): { readonly flaky: boolean } | undefined;
  result(): { readonly errors?: readonly { readonly message: string; readonly stack?: string }[] };
}

/** A reporter of Vitest; says nothing of a run in which every test passed at once. */
export default class RepeatedReporter {
  #repeated: Test[] = [];

  onTestRunStart(): void {
    this.#repeated = [];
  }

  onTestCaseResult(test: Test): void {
    if (test.diagnostic()?.flaky) this.#repeated.push(test);
  }

  onTestRunEnd(): void {
    if (this.#repeated.length === 0) return;
    console.log(`\nPassed only when repeated: ${this.#repeated.length}. The cause is in the test or the product.`);
    for (const test of this.#repeated)
      console.log(`\n${test.module.relativeModuleId} > ${test.fullName}\n${toText(test)}`);
  }
}

function toText(test: Test): string {
  const { errors = [] } = test.result();
  return errors.map(({ message, stack = "" }) => `${message.slice(0, 2_000)}\n${stack}`).join("\n");
}
