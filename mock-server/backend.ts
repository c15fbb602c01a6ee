// Door "./backend": the reference backend for production, in any JavaScript runtime. Demo data and simulated failures stay out.

export type {
  InstrumentSettings,
  MeterPort,
  SpanContextPort,
  SpanPort,
  SpanSettings,
  TelemetryAttributes,
  TelemetryPorts,
  TracerPort,
} from "../src/contract/telemetry.ts";
export { maskEmails } from "../src/contract/text.ts";
export { type Backend, type BackendOptions, createBackend, type MountableBackend } from "./http/app.ts";
export { type Authorize, allowAll, allowApplications, requireOrigin, type Verdict } from "./http/authorize.ts";
export { createRateLimit, type RateLimit, type RateLimitOptions } from "./http/rate-limit.ts";
export { createLogHooks, type Logger, type RequestRecord } from "./http/request-log.ts";
export type { IdKind, NewId } from "./import/ids.ts";
export { createMemoryStore } from "./store/memory-store.ts";
export {
  type Account,
  type AccountDirectory,
  ApplicationBusyError,
  type Connection,
  type ConnectionReader,
  type RollbackRecord,
  type SourcePosition,
  type SourceRecord,
  type Store,
  type StoredSource,
  StoreUnavailableError,
  type Transaction,
  type TransactionOptions,
  type World,
} from "./store/store.ts";
