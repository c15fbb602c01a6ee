// Door "./client": the typed client for the import endpoints, in browsers and Node.

export type { Timing } from "./clock.ts";
export { createImportClient, type ImportClientOptions } from "./create-import-client.ts";
export {
  type ClientErrorCode,
  ContractError,
  type FailureFacts,
  HttpError,
  type HttpFailure,
  ImportClientError,
  NetworkError,
  TimeoutError,
} from "./errors.ts";
export type { HeaderSource } from "./exchange.ts";
export type {
  CallOptions,
  DeleteSourceOptions,
  ExchangeNotice,
  ImportClient,
  ImportOptions,
  ImportOutcome,
  ImportRecovery,
  ListResultsOptions,
  ListSourcesOptions,
  ResultList,
  RetryNotice,
} from "./import-client.ts";
export type { FetchFunction } from "./redirects.ts";
export type { RetryPolicy } from "./retry.ts";
