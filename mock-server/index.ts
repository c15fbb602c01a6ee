// Door "./mock-server": the reference backend, in any JavaScript runtime.

export { maskEmails } from "../src/contract/masking.ts";
export { type Backend, type BackendOptions, createBackend, type MountableBackend } from "./app.ts";
export { type Authorize, allowAll, allowApplications, type Verdict } from "./authorize.ts";
export {
  type DemoPerson,
  demoAccount,
  demoAccountCount,
  demoAppId,
  demoConnection,
  demoPerson,
  demoUser,
  demoUserCount,
} from "./demo-people.ts";
export { createEmptyWorld, createRealisticWorld, otherAppId } from "./demo-world.ts";
export { ConnectionLostError, type Failure, type FailureName, failures, withFailure } from "./failures.ts";
export type { IdKind, NewId } from "./ids.ts";
export { createMemoryStore } from "./memory-store.ts";
export { requireOrigin } from "./origin.ts";
export { createRateLimit, type RateLimit, type RateLimitOptions } from "./rate-limit.ts";
export { createLogHooks, type Logger, type RequestRecord } from "./request-log.ts";
export {
  createScenario,
  isScenarioName,
  type Scenario,
  type ScenarioName,
  scenarioAppIds,
  scenarios,
} from "./scenarios.ts";
export {
  type AccountDirectory,
  ApplicationBusyError,
  type ConnectionReader,
  type SourcePosition,
  type Store,
  StoreUnavailableError,
  type Transaction,
  type TransactionOptions,
} from "./store.ts";
export type { Account, Connection, RollbackRecord, SourceRecord, StoredSource, World } from "./world.ts";
