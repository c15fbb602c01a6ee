// Door "./client": the typed client for the import endpoints, in browsers and Node.
export type {
  CallOptions,
  DeleteSourceOptions,
  ImportClient,
  ImportOptions,
  ImportOutcome,
  ListResultsOptions,
  ListSourcesOptions,
  ResultList,
  RetryNotice,
} from "./client.ts";
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
