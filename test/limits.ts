// The limits of every test run. They end a run that hangs; nothing is measured by them, so a slow machine never meets one.

/** For one test, hook or start of a browser, in milliseconds. */
export const testLimit = 600_000;

/**
 * For one condition a test waits for: `findBy...`, `waitFor`, `expect.poll`, Playwright's waits. In milliseconds.
 *
 * `WAIT_LIMIT=8000 npx vitest run ...` makes a failing test fail sooner while it is being written. (Stories wait in a
 * browser, which has no `process`.)
 */
export const waitLimit = Number(globalThis.process?.env?.WAIT_LIMIT ?? 240_000);
