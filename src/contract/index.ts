// Door "./contract": what the widget, the sync client and every backend agree on.
export { type ImportDate, isSameName, normalizeEmail, parseDate, toComparableName } from "./field-values.ts";
export { type FieldKey, fieldKeys, type UserField, userFields } from "./fields.ts";
export {
  type ImportRequest,
  type ImportResponse,
  idempotencyKeyHeader,
  idempotencyReplayedHeader,
  isIdempotencyKey,
  type LooseResponse,
  type LooseResult,
  type LooseStoredResult,
  maxBodyBytes,
  maxSourceNameLength,
  maxUsersPerImport,
  type RowResult,
  type RowWarning,
  type RowWarningCode,
  readImportResponse,
  readNamedResult,
  readRowResult,
  rowWarningCodes,
  type StoredResult,
} from "./import.ts";
export { importRequestSchema } from "./import-request.ts";
export { type Problem, type ProblemCode, problemMediaType, problems, readProblem, toProblem } from "./problem.ts";
export { href, type Route, type RouteParams, routes } from "./routes.ts";
export {
  type Extension,
  extensions,
  type Rollback,
  readRollback,
  readSource,
  readSourceList,
  type Source,
  type SourceList,
} from "./source.ts";
export { type Counters, countStatuses, isRowStatus, type RowStatus, readCounters, rowStatuses } from "./status.ts";
export {
  type CheckedUser,
  checkUser,
  type ImportUser,
  isDateField,
  type RowIssue,
  type RowIssueCode,
  rowIssueCodes,
  toWireUser,
  type UserInput,
} from "./user.ts";
