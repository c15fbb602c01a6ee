// The portal behind the card: a scenario of the reference backend, answered by MSW, new for every story.

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

// What an import takes on the stories' clock, in milliseconds.
const importTime = 400;

/** What MSW answers with: always the portal of the story on the screen. */
export const handlers = toHandlers({
  async fetch(request) {
    try {
      return await (rows && request.url.includes("/results") ? rows() : portal.backend.fetch(request));
    } finally {
      if (request.method === "POST") passTime(importTime);
    }
  },
});

/** For `beforeEach`: a new portal of this scenario, with another world in it, or with something going wrong in front of it. */
export function serve(name: ScenarioName, { world, failure }: { world?: () => World; failure?: Failure } = {}) {
  return (): void => {
    rows = null;
    const { backend, store } = createScenario(name, world ? { store: createMemoryStore(world()) } : {});
    portal = { backend: failure ? withFailure(backend, failure) : backend, store };
  };
}

/** From now on the portal behaves like this scenario; what it has saved stays. */
export function becomeScenario(name: ScenarioName): void {
  portal = createScenario(name, { store: portal.store });
}

/** From now on this goes wrong. */
export function failWith(failure: Failure): void {
  portal = { ...portal, backend: withFailure(portal.backend, failure) };
}

/** From now on the rows of saved sources are answered like this; null: as they should be. */
export function failRows(answer: (() => Promise<Response>) | null): void {
  rows = answer;
}

/** Requests that save something get no answer while anybody looks. */
export const noAnswer: Failure = {
  description: "Writes are never answered.",
  methods: ["POST", "DELETE"],
  answer: () => new Promise(() => {}),
};

/** Every write is refused like this. */
export function refuse(code: ProblemCode): Failure {
  return { description: code, methods: ["POST", "DELETE"], answer: () => toProblemResponse(code) };
}

/** Every write is refused for a while, which the server names, in seconds. */
export function retryAfter(code: ProblemCode, seconds: number): Failure {
  function answer(): Response {
    const response = toProblemResponse(code);
    response.headers.set("Retry-After", String(seconds));
    return response;
  }
  return { description: `${code} for ${seconds} s`, methods: ["POST", "DELETE"], answer };
}

/** The next write is done, but from then on nothing comes back: nobody can find out what became of it. */
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

/** The real client, but it repeats at once and not for long: for the stories that end in a failure. */
export const hastyClient = createImportClient({ appId: demoAppId, retry: { attempts: 2, baseDelay: 1 } });

/** The real client, but its imports have little patience: for the stories of answers that don't come. */
export const impatientClient: ImportClient = {
  ...hastyClient,
  importUsers: createImportClient({ appId: demoAppId, timeout: 300, retry: { attempts: 1 } }).importUsers,
};
