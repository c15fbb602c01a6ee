// The retry policy: retried failures, waits, and the end of retries.
import { describe, expect, test } from "vitest";
import { ContractError, HttpError, ImportClientError, NetworkError, TimeoutError } from "../../src/client/errors.ts";
import type { RetryNotice } from "../../src/client/import-client.ts";
import { defaultRetryPolicy, isRetryable, type RetryPolicy, retry, toBackoffDelay } from "../../src/client/retry.ts";
import { createInstantTiming } from "./instant-timing.ts";

function answered(status: number, retryAfter: number | null = null): HttpError {
  return new HttpError(`answered ${status}`, { code: "http", status, problem: null, retryAfter });
}

interface Rehearsal {
  readonly policy?: Partial<RetryPolicy>;
  readonly signal?: AbortSignal;
  readonly chance?: number;
}

// Runs attempts that fail with these errors, one after another, and then succeed.
async function rehearse(failures: readonly Error[], { policy, signal, chance }: Rehearsal = {}) {
  const timing = createInstantTiming(chance);
  const notices: RetryNotice[] = [];
  let attempts = 0;
  const whole = { ...defaultRetryPolicy, ...policy };
  const outcome = await retry(
    async () => {
      const failure = failures[attempts];
      attempts += 1;
      if (failure) throw failure;
      return "done";
    },
    {
      policy: whole,
      timing,
      until: timing.now() + whole.deadline,
      signal,
      onRetry: (notice) => notices.push(notice),
    },
  ).catch((error: unknown) => error);
  return { outcome, attempts, waits: timing.waits, notices };
}

describe("D16: which failures", () => {
  const passing = [408, 425, 429, 500, 502, 503, 504];
  const lasting = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 501, 505];

  test.each(passing)("a %i is tried again", (status) => expect(isRetryable(answered(status))).toBe(true));
  test.each(lasting)("a %i is not", (status) => expect(isRetryable(answered(status))).toBe(false));

  test("a 409 is retried if it has a Retry-After", () => expect(isRetryable(answered(409, 2))).toBe(true));
  test("a lost connection is tried again", () => expect(isRetryable(new NetworkError("lost"))).toBe(true));
  test("a timeout is tried again", () => expect(isRetryable(new TimeoutError("late", 1))).toBe(true));
  test("an unexpected answer is not", () => expect(isRetryable(new ContractError("HTML"))).toBe(false));
  test("a refused dry run is not", () =>
    expect(isRetryable(new ImportClientError("dry_run_not_offered", ""))).toBe(false));

  test("an error that HTTP did not cause is passed on at once", async () => {
    const bug = new TypeError("a host's own");
    expect(await rehearse([bug])).toMatchObject({ outcome: bug, attempts: 1, waits: [] });
  });
});

describe("D16: how long", () => {
  test("waits double from the base", async () => {
    const { outcome, waits } = await rehearse([answered(500), answered(502), answered(503)]);
    expect(outcome).toBe("done");
    expect(waits).toEqual([500, 1000, 2000]);
  });

  test("jitter spreads a wait from zero to the maximum", async () => {
    expect((await rehearse([answered(500)], { chance: 0 })).waits).toEqual([0]);
    expect((await rehearse([answered(500)], { chance: 0.25 })).waits).toEqual([125]);
  });

  test("no wait is longer than the cap", async () => {
    const { waits } = await rehearse(Array(8).fill(answered(500)), { policy: { attempts: 9 } });
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test("Retry-After wins, longer or shorter", async () => {
    expect((await rehearse([answered(429, 45), answered(503, 0)])).waits).toEqual([45_000, 0]);
  });
});

describe("D27: a Retry-After", () => {
  const patient = { deadline: 24 * 3_600_000 };

  test.each([429, 503, 409])("of an hour is honoured after a %i", async (status) => {
    expect((await rehearse([answered(status, 3_600)], { policy: patient })).waits).toEqual([3_600_000]);
  });

  test.each([3_601, 86_400, 5_462_226_780, Number.POSITIVE_INFINITY])(
    "of %i s ends the attempts at once",
    async (seconds) => {
      for (const status of [429, 503, 409]) {
        const failure = answered(status, seconds);
        expect(await rehearse([failure], { policy: patient })).toMatchObject({
          outcome: failure,
          attempts: 1,
          waits: [],
        });
      }
    },
  );

  test("that is too long is never a wait", () => {
    expect(toBackoffDelay(answered(503, 3_601), 1, defaultRetryPolicy, 1)).toBe(500);
  });
});

describe("D16: when it stops", () => {
  test("after the last attempt the last failure is thrown", async () => {
    const failures = [500, 502, 503, 504].map((status) => answered(status));
    expect(await rehearse(failures)).toMatchObject({ outcome: failures[3], attempts: 4 });
  });

  test("a wait that would end after the deadline is not begun", async () => {
    const failure = answered(429, 181);
    expect(await rehearse([failure])).toMatchObject({ outcome: failure, attempts: 1, waits: [] });
  });

  test("waits add up to the deadline, not beyond", async () => {
    const failures = [answered(429, 100), answered(429, 100)];
    expect(await rehearse(failures)).toMatchObject({ outcome: failures[1], waits: [100_000] });
  });

  test("one attempt means no repetition", async () => {
    expect(await rehearse([answered(503)], { policy: { attempts: 1 } })).toMatchObject({ attempts: 1, waits: [] });
  });

  test("an abort ends the wait with its own reason", async () => {
    const reason = new Error("the person left");
    const signal = AbortSignal.abort(reason);
    expect(await rehearse([answered(503)], { signal })).toMatchObject({ outcome: reason, attempts: 1 });
  });
});

describe("notices", () => {
  test("each coming attempt is announced with its number, its wait and its cause", async () => {
    const failures = [answered(429, 3), new NetworkError("lost")];
    expect((await rehearse(failures)).notices).toEqual([
      { attempt: 2, attempts: 4, delay: 3000, error: failures[0] },
      { attempt: 3, attempts: 4, delay: 1000, error: failures[1] },
    ]);
  });

  test("a refusal does not undo that an earlier attempt may have been saved", async () => {
    const lost = new NetworkError("lost", { outcomeUnknown: true });
    const { outcome } = await rehearse([lost, answered(401)]);
    expect(outcome).toMatchObject({ status: 401, outcomeUnknown: true });
  });
});
