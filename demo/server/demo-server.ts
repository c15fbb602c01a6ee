// Runs the demo's server: a scenario of the reference backend over a world that survives reloads.

import { createScenario, type ScenarioName, scenarios } from "../../mock-server/demo/scenarios.ts";
import type { Store } from "../../mock-server/index.ts";
import { createMemoryStore } from "../../mock-server/store/memory-store.ts";
import type { World } from "../../mock-server/store/store.ts";
import { forgetWorld, keepWorld, readWorld } from "./kept-worlds.ts";
import { isOnlyTab } from "./only-tab.ts";

/** The visible state of the server. A new object for every change. */
export interface ServerView {
  readonly scenario: ScenarioName;
  readonly world: World;
  /** Another number means another world: data read from the previous one is void. */
  readonly epoch: number;
}

export interface DemoServer {
  /** False in a second tab, whose world is its own and is not stored. */
  readonly isStored: boolean;
  readonly view: () => ServerView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Changes the behaviour; the world stays, unless the scenario needs another. */
  chooseScenario(name: ScenarioName): Promise<void>;
  /** Forgets all imports and deletions. */
  reset(): Promise<void>;
}

/** Creates the server with the stored world, if any. Only one tab stores its world, so that two can't overwrite each other. */
export async function createDemoServer(first: ScenarioName): Promise<DemoServer> {
  const isStored = await isOnlyTab();
  const listeners = new Set<() => void>();
  let store = await openStore(first);
  let { backend } = createScenario(first, { store });
  let view: ServerView = { scenario: first, world: await store.snapshot(), epoch: 0 };

  function show(change: Partial<ServerView>): void {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  async function rememberWorld(): Promise<void> {
    const world = await store.snapshot();
    show({ world });
    if (isStored) await keepWorld(worldKey(view.scenario), world);
  }

  async function begin(scenario: ScenarioName, next: Store): Promise<void> {
    store = next;
    ({ backend } = createScenario(scenario, { store }));
    show({ scenario, world: await store.snapshot(), epoch: view.epoch + 1 });
  }

  return {
    isStored,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async fetch(request) {
      try {
        return await backend.fetch(request);
      } finally {
        // Also after a lost answer, since the world has changed.
        if (request.method !== "GET") await rememberWorld();
      }
    },
    async chooseScenario(scenario) {
      if (worldKey(scenario) !== worldKey(view.scenario)) return begin(scenario, await openStore(scenario));
      ({ backend } = createScenario(scenario, { store }));
      // A card caches which extensions its server offers, so other extensions mean another server.
      const isAnother = offersOf(scenario) !== offersOf(view.scenario);
      show({ scenario, epoch: view.epoch + Number(isAnother) });
    },
    async reset() {
      if (isStored) await forgetWorld(worldKey(view.scenario));
      await begin(view.scenario, await openStore(view.scenario));
    },
  };
}

async function openStore(name: ScenarioName): Promise<Store> {
  const fresh = scenarios[name].createWorld();
  return createMemoryStore({ ...fresh, ...(await readWorld(worldKey(name))) });
}

function offersOf(name: ScenarioName): string {
  return String(scenarios[name].extensions);
}

// Most scenarios differ only in behaviour and share one world.
function worldKey(name: ScenarioName): string {
  return scenarios[name].createWorld === scenarios.empty.createWorld ? "empty" : "realistic";
}
