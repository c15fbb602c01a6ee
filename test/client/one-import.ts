// Shared by the tests of an import: two users, a reference server, and the failures of its POSTs.
import { createImportClient, type ImportClientOptions } from "../../src/client/create-import-client.ts";
import { createInstantTiming } from "./instant-timing.ts";
import { type Fate, type ReferenceOptions, serveReference } from "./reference-server.ts";

const users = [
  { externalUserId: "1", email: "ada@example.com" },
  { externalUserId: "2", email: "bob@example.com" },
];
export const request = { sourceName: "May", users };
export const bothImported = ["imported", "imported"];

export function toClient(baseUrl: string, more: Partial<ImportClientOptions> = {}) {
  return createImportClient({ appId: "app_1", baseUrl, ...more }, createInstantTiming());
}

export async function setUp(options: ReferenceOptions, more?: Partial<ImportClientOptions>) {
  const server = await serveReference(options);
  return { ...server, client: toClient(server.url, more) };
}

// These fates meet the POSTs, one after another.
export function posts(...fates: readonly (() => Fate)[]): NonNullable<ReferenceOptions["fate"]> {
  return (method, number) => (method === "POST" ? fates[number - 1]?.() : undefined);
}

export const lost = (): Fate => "lost";
export const unheard = (): Fate => "unheard";
export const gatewayTimeout = (): Fate => new Response("<h1>504</h1>", { status: 504 });
export const throttled = (): Fate => new Response("", { status: 429, headers: { "retry-after": "2" } });
export const html = (): Fate => new Response("<h1>Sign in</h1>");

export const statuses = (results: readonly { status: string }[]) => results.map(({ status }) => status);
