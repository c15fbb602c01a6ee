// Types of the doors "./mock-server...": a store and a backend of one's own.
import {
  type Account,
  type AccountDirectory,
  type Authorize,
  createBackend,
  createMemoryStore,
  type Store,
  type World,
} from "import-existing-users/mock-server";
import { toHandlers } from "import-existing-users/mock-server/msw";
import { type RunningServer, serve } from "import-existing-users/mock-server/node";
import { createSqlStore, openPostgres } from "import-existing-users/mock-server/sql";
import { expectType } from "./same.ts";

const store = createMemoryStore();
const backend = createBackend({ store });
expectType<Promise<Response>>()(backend.fetch(new Request("https://portal.example.com")));
expectType<Promise<RunningServer>>()(serve(backend, { port: 0 }));
expectType<Promise<World>>()(store.snapshot());
toHandlers(backend, { baseUrl: "https://portal.example.com" });
// @ts-expect-error a backend stands on a store
createBackend({});

// A verdict is one of four words, now or later.
export const authorize: Authorize = async (request, appId) =>
  request.headers.has("Cookie") && appId === "app_1" ? "ok" : "not_found";
// @ts-expect-error true and false do not tell a stranger from a guest
export const yesOrNo: Authorize = () => true;

// The portal's own user table: all it takes is finding accounts by email.
export const accounts: AccountDirectory = { findAccountsByEmail: async () => [] as Account[] };
// @ts-expect-error an account says whether its email is verified
export const unverified: Account = { id: "1", email: "a@example.com", name: null, state: "active" };

/** Opened late: the driver is loaded when it is needed. */
export async function onPostgres(url: string): Promise<Store> {
  return createSqlStore(await openPostgres({ url }));
}
