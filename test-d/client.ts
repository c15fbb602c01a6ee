// Types of the door "./client": what is asked of a server, and what it answers.
import {
  createImportClient,
  HttpError,
  type ImportClient,
  ImportClientError,
  type ImportOutcome,
  type ResultList,
  type RetryNotice,
} from "import-existing-users/client";
import type { Rollback, RowResult, SourceList } from "import-existing-users/contract";
import { expectSame, expectType } from "./same.ts";

const client = createImportClient({ appId: "app_1", retry: false, timeout: 5000, headers: { "X-CSRF-Token": "t" } });
const users = [{ externalUserId: "1", email: "a@example.com" }];

expectType<Promise<ImportOutcome>>()(client.importUsers({ sourceName: "Nightly", users }));
expectType<Promise<SourceList>>()(client.listSources({ limit: 10 }));
expectType<Promise<ResultList | null>>()(client.listResults("src_1", { status: "imported" }));
expectType<Promise<Rollback>>()(client.deleteSource("src_1", { dryRun: true }));
expectSame<ImportOutcome["results"], readonly RowResult[]>();

client.importUsers({ sourceName: "Nightly", users }, { onRetry: (notice) => expectType<RetryNotice>()(notice) });
// @ts-expect-error an import has a name
client.importUsers({ users });
// @ts-expect-error values are text, as they are in the file
client.importUsers({ sourceName: "Nightly", users: [{ externalUserId: 1, email: "a@example.com" }] });
// @ts-expect-error there is no such status
client.listResults("src_1", { status: "created" });
// @ts-expect-error the application is needed
createImportClient({ baseUrl: "https://api.example.com" });

// A host's own client needs three calls; the stored results are an extension.
const { importUsers, listSources, deleteSource } = client;
export const own: ImportClient = { importUsers, listSources, deleteSource };
// @ts-expect-error without rollback the card can't keep its promise
export const half: ImportClient = { importUsers, listSources };

/** Failures are told apart by their class, or by their code. */
export function tell(error: unknown): string {
  if (error instanceof HttpError) expectType<number>()(error.status);
  if (!(error instanceof ImportClientError)) return "";
  expectType<boolean>()(error.outcomeUnknown);
  // @ts-expect-error there is no such code
  return error.code === "timed_out" ? "" : error.code;
}
