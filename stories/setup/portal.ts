// Runs a scenario of the reference backend behind MSW, new for every story.

import { demoAppId } from "../../mock-server/demo/demo-people.ts";
import { toProblemResponse } from "../../mock-server/http/responses.ts";
import { type Backend, createScenario, type Failure, type ScenarioName, withFailure } from "../../mock-server/index.ts";
import { toHandlers } from "../../mock-server/msw.ts";
import { createMemoryStore } from "../../mock-server/store/memory-store.ts";
import type { Store, World } from "../../mock-server/store/store.ts";
import type { ProblemCode } from "../../src/contract/problem.ts";
import { createImportClient, type ImportClient } from "../../src/index.ts";
import { passTime } from "./clock.ts";

interface Portal {
  readonly backend: Backend;
  readonly store: Store;
}

let portal: Portal = createScenario("empty");
let rows: (() => Promise<Response>) | null = null;

// Duration of an import on the stories' clock, in milliseconds.
const importTime = 400;

/** The MSW handlers; they answer for the portal of the current story. */
export const handlers = toHandlers({
  async fetch(request) {
    try {
      return await (rows && request.url.includes("/results") ? rows() : portal.backend.fetch(request));
    } finally {
      if (request.method === "POST") passTime(importTime);
    }
  },
});

/** For `beforeEach`: creates a portal of this scenario, with another world or a failure if given. */
export function serve(name: ScenarioName, { world, failure }: { world?: () => World; failure?: Failure } = {}) {
  return (): void => {
    rows = null;
    const { backend, store } = createScenario(name, world ? { store: createMemoryStore(world()) } : {});
    portal = { backend: failure ? withFailure(backend, failure) : backend, store };
  };
}

/** Switches the portal to this scenario; saved data stays. */
export function becomeScenario(name: ScenarioName): void {
  portal = createScenario(name, { store: portal.store });
}

/** Makes requests fail in this way from now on. */
export function failWith(failure: Failure): void {
  portal = { ...portal, backend: withFailure(portal.backend, failure) };
}

/** Answers requests for the rows of saved sources in this way; null: normally. */
export function failRows(answer: (() => Promise<Response>) | null): void {
  rows = answer;
}

/** Never answers requests that write. */
export const noAnswer: Failure = {
  description: "Writes are never answered.",
  methods: ["POST", "DELETE"],
  answer: () => new Promise(() => {}),
};

/** Refuses every write in this way. */
export function refuse(code: ProblemCode): Failure {
  return { description: code, methods: ["POST", "DELETE"], answer: () => toProblemResponse(code) };
}

/** Refuses every write with a Retry-After of so many seconds. */
export function retryAfter(code: ProblemCode, seconds: number): Failure {
  function answer(): Response {
    const response = toProblemResponse(code);
    response.headers.set("Retry-After", String(seconds));
    return response;
  }
  return { description: `${code} for ${seconds} s`, methods: ["POST", "DELETE"], answer };
}

/** Performs the next write, then answers nothing any more: its outcome stays unknown. */
export function lostForGood(): Failure {
  return {
    description: "The line breaks after a write.",
    methods: ["POST"],
    async answer(next) {
      await next();
      failWith({ description: "Nothing gets through.", answer: () => Promise.reject(new Error("offline")) });
      throw new Error("offline");
    },
  };
}

/** The real client with few, immediate retries: for stories that end in a failure. */
export const hastyClient = createImportClient({ appId: demoAppId, retry: { attempts: 2, baseDelay: 1 } });

/** The real client, but its imports have little patience: for the stories of answers that don't come. */
export const impatientClient: ImportClient = {
  ...hastyClient,
  importUsers: createImportClient({ appId: demoAppId, timeout: 300, retry: { attempts: 1 } }).importUsers,
};
