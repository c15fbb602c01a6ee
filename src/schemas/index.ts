// Public door "./schemas": zod schemas of users, requests, answers, sources and problems.
export {
  countersSchema,
  importRequestSchema,
  importResponseSchema,
  problemSchema,
  resultListSchema,
  rollbackSchema,
  rowResultSchema,
  rowWarningSchema,
  sourceListSchema,
  sourceSchema,
  storedResultSchema,
  userSchema,
} from "./schemas.ts";
