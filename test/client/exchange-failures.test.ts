// One request on a real port: the error and the message for each kind of failure.
import { describe, expect, test } from "vitest";
import { ContractError, HttpError, NetworkError, TimeoutError } from "../../src/client/errors.ts";
import { exchange, type HttpSettings } from "../../src/client/exchange.ts";
import { fail, get, paths, post, run, toHttpSettings } from "./exchanges.ts";
import {
  hangUp,
  hangUpMidway,
  json,
  loginPage,
  raw,
  type Step,
  serveSteps,
  silence,
  stallMidway,
} from "./scripted-server.ts";

describe("failures", () => {
  test.each<[string, Step]>([
    ["problem details", json({ code: "forbidden", title: "No" }, 403, { "content-type": "application/problem+json" })],
    ["other JSON", json({ error: "nope" }, 403)],
    ["HTML", raw("<h1>Forbidden</h1>", 403)],
    ["nothing", raw("", 403)],
  ])("a failure status with %s is an HttpError", async (_, step) => {
    const error = await fail(step);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ status: 403, code: "forbidden", outcomeUnknown: false });
  });

  test("Retry-After is read in seconds", async () => {
    expect(await fail(raw("", 429, { "retry-after": "7" }))).toMatchObject({ code: "rate-limited", retryAfter: 7 });
  });

  test.each<[string, Step]>([
    ["before the answer", hangUp],
    ["midway", hangUpMidway],
  ])("a connection lost %s is a NetworkError", async (_, step) => {
    const error = await fail(step);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: "network", outcomeUnknown: true, cause: expect.any(TypeError) });
  });

  test.each<[string, string]>([
    ["an object", '{"source":{"id":"src_1","na'],
    ["a list", '[{"id":"src_1"},{"id":'],
    ["nothing but its first character", "{"],
    ["an object after spaces", '\n  {"sources":'],
  ])("JSON that breaks off in %s is an answer that is not whole: a NetworkError, no page", async (_, text) => {
    for (const [request, outcomeUnknown] of [
      [post, true],
      [get, false],
    ] as const) {
      const error = await fail(raw(text, 200, { "content-type": "application/json" }), request);
      expect(error).toBeInstanceOf(NetworkError);
      expect(error).toMatchObject({ code: "network", outcomeUnknown });
    }
  });

  test("a refused connection is a NetworkError", async () => {
    await expect(run("http://127.0.0.1:1")).rejects.toBeInstanceOf(NetworkError);
  });

  test.each<[string, Step]>([
    ["headers", silence],
    ["body", stallMidway],
  ])("%s that don't come in time are a TimeoutError", async (_, step) => {
    const error = await fail(step, post, { timeout: 50 });
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: "timeout", timeout: 50, outcomeUnknown: true });
  });

  test("the time left counts where it is shorter than the timeout", async () => {
    const { url } = await serveSteps(silence);
    const limited = exchange(toHttpSettings(url), post, { timeLeft: 30, signal: undefined });
    await expect(limited).rejects.toMatchObject({ timeout: 30 });
  });

  test("reading leaves no outcome unknown", async () => {
    expect(await fail(hangUp, get)).toMatchObject({ outcomeUnknown: false });
    expect(await fail(silence, get, { timeout: 20 })).toMatchObject({ outcomeUnknown: false });
    expect(await fail(raw("", 500), get)).toMatchObject({ outcomeUnknown: false });
  });

  test("an answer that the reader refuses leaves the outcome of a POST unknown", async () => {
    const read = () => {
      throw new ContractError("not this");
    };
    expect(await fail(loginPage, { ...post, read })).toMatchObject({ outcomeUnknown: true });
    expect(await fail(loginPage, { ...get, read })).toMatchObject({ outcomeUnknown: false });
  });

  test("headers that never come time out with nothing sent", async () => {
    const error = await fail(json({}), post, { headers: () => new Promise(() => {}), timeout: 20 });
    expect(error).toMatchObject({ code: "timeout", outcomeUnknown: false });
  });

  test("a host's own error in its headers is passed on", async () => {
    const own = new Error("no token");
    expect(await fail(json({}), post, { headers: () => Promise.reject(own) })).toBe(own);
  });
});

describe("an abort", () => {
  const reason = new Error("the person left");

  test("before the request sends nothing", async () => {
    const server = await serveSteps(json({}));
    await expect(run(server.url, post, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(server.requests).toEqual([]);
  });

  test.each<[string, Step]>([
    ["headers", silence],
    ["body", stallMidway],
  ])("while waiting for %s rejects with its own reason", async (_, step) => {
    const controller = new AbortController();
    const { url } = await serveSteps((response, request) => {
      step(response, request);
      controller.abort(reason);
    });
    await expect(run(url, post, {}, controller.signal)).rejects.toBe(reason);
  });
});

describe("messages", () => {
  const secret = "Bearer s3cret";

  test.each<[string, Step, Partial<HttpSettings>]>([
    ["a refusal", json(toEcho(secret), 500), {}],
    ["a lost connection", hangUp, {}],
    ["a timeout", silence, { timeout: 20 }],
  ])("no header value is in the words of %s", async (_, step, more) => {
    const error = await fail(step, post, { ...more, headers: { authorization: secret } });
    expect(everyWord(error)).not.toContain("s3cret");
  });

  test("the message about an invalid header does not contain its value", async () => {
    const error = await fail(json({}), post, {
      headers: {
        authorization: `${secret}
ä`,
      },
    });
    expect(error).toBeInstanceOf(TypeError);
    expect(everyWord(error)).not.toContain("s3cret");
  });

  test("a message says what happened and what to do", async () => {
    expect(await fail(raw("", 401))).toHaveProperty(
      "message",
      `POST ${paths}/csv answered 401 (unauthenticated). Sign in, or give createImportClient the headers or credentials of a signed-in developer.`,
    );
    expect(await fail(hangUp)).toHaveProperty("message", expect.stringMatching(/look at the saved sources before/));
  });

  function toEcho(header: string) {
    return { title: `You sent ${header}`, detail: header };
  }

  // The message and the stack, and those of every cause.
  function everyWord(error: unknown): string {
    return error instanceof Error ? `${error.message} ${error.stack} ${everyWord(error.cause)}` : "";
  }
});
