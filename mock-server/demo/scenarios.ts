// Named worlds and behaviours: what the demo, the stories, the tests and the mock server start with.
import type { Extension } from "../../src/contract/source.ts";
import { type Backend, type BackendOptions, createBackend } from "../http/app.ts";
import { allowApplications } from "../http/authorize.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { Store } from "../store/store.ts";
import type { World } from "../store/world.ts";
import { demoAppId } from "./demo-people.ts";
import { createEmptyWorld, createRealisticWorld, otherAppId } from "./demo-world.ts";
import { type Failure, failures, withFailure } from "./simulated-failures.ts";

/** One situation to try the importer in. */
export interface Scenario {
  readonly description: string;
  readonly createWorld: () => World;
  /** What goes wrong. @default nothing */
  readonly failure?: Failure;
  /** What the backend offers beyond the guides. @default all */
  readonly extensions?: readonly Extension[];
}

/** The applications that every scenario knows; the first is the demo's. */
export const scenarioAppIds = [demoAppId, otherAppId] as const;

const named = {
  realistic: {
    description: "5,000 accounts, some of them connected, suspended or unverified, and one saved import.",
    createWorld: createRealisticWorld,
  },
  empty: {
    description: "No accounts, no saved imports.",
    createWorld: createEmptyWorld,
  },
  "guide-only": {
    description: "A server that knows only the guides: no dry run, no idempotency key, no stored results.",
    createWorld: createRealisticWorld,
    extensions: [],
  },
  "guide-only-lost-answer": {
    description: "A server that knows only the guides, and every other answer to a write is lost.",
    createWorld: createRealisticWorld,
    extensions: [],
    failure: failures["lost-answer"],
  },
} satisfies Record<string, Scenario>;

/** The name of a scenario: a world, or one of the failures in front of the realistic one. */
export type ScenarioName = keyof typeof named | keyof typeof failures;

/** Every scenario by name; `realistic` is the default everywhere. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  ...named,
  ...(Object.fromEntries(Object.entries(failures).map(([name, failure]) => [name, toScenario(failure)])) as Record<
    keyof typeof failures,
    Scenario
  >),
};

/** True for the name of a scenario. */
export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(scenarios, text);
}

/**
 * Creates a scenario's backend, and the store behind it.
 *
 * @param options Whatever should differ; with a `store`, the scenario's behaviour meets the data that is already there.
 */
export function createScenario(
  name: ScenarioName,
  options: Partial<BackendOptions> = {},
): { readonly backend: Backend; readonly store: Store } {
  const { createWorld, failure, extensions } = scenarios[name];
  const store = options.store ?? createMemoryStore(createWorld());
  const authorize = allowApplications(...scenarioAppIds);
  const backend = createBackend({ authorize, ...(extensions ? { extensions } : {}), ...options, store });
  return { backend: failure ? withFailure(backend, failure) : backend, store };
}

function toScenario(failure: Failure): Scenario {
  return { description: failure.description, createWorld: createRealisticWorld, failure };
}
