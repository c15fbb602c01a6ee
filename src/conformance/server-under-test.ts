// Sends requests to the server under test, in the forms that checks need.
import { readImport } from "../client/read-answer.ts";
import type { RowResult } from "../contract/import.ts";
import { type Members, toMembers } from "../contract/read-json.ts";
import { routes } from "../contract/routes.ts";
import type { Extension, Source } from "../contract/source.ts";
import type { UserInput } from "../contract/user.ts";
import { NotChecked, RuleBroken } from "./check-errors.ts";
import { type CreatedSources, listNewestSources, readAsClient, readSourceId } from "./created-sources.ts";
import { expectStatus } from "./expect.ts";
import { type RawAnswer, type RawRequest, sendRequest, type Target } from "./raw-request.ts";

/** `core`: rules of the product's guides. `extended`: the decisions D1 to D32 beyond them. */
export type Level = "core" | "extended";

/** Tries one rule on a server. */
export interface Check {
  /** Subject and rule, such as `rollback.gone`; stays the same between versions. */
  readonly id: string;
  readonly level: Level;
  /** A sentence of the guides, or the number of a decision. */
  readonly rule: string;
  /** The behaviour of a server that keeps the rule. */
  readonly title: string;
  /** Resolves when the rule is kept; rejects with `RuleBroken` or `NotChecked`. */
  readonly run: (server: ServerUnderTest) => Promise<void>;
}

interface ImportOptions {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default a new one of this run */
  readonly sourceName?: string;
}

/** An answered import, read as the client reads it. */
interface Imported {
  readonly answer: RawAnswer;
  readonly sourceName: string;
  readonly results: readonly RowResult[];
  readonly statuses: readonly string[];
}

/** The server under test. */
export interface ServerUnderTest {
  /** Email and profile name of an existing account, where the caller named one. */
  readonly known: { readonly email: string | null; readonly name: string | null };
  /** True when the caller gave headers that identify it. */
  readonly hasIdentity: boolean;
  offers(extension: Extension): boolean;
  /** @throws NotChecked where the server does not list the extension. */
  require(extension: Extension): void;
  newSourceName(): string;
  send(request: RawRequest): Promise<RawAnswer>;
  /** POSTs a body unchanged. */
  post(body: unknown, options?: Pick<RawRequest, "query" | "headers" | "anonymous">): Promise<RawAnswer>;
  /** @throws RuleBroken unless it succeeds with one readable result per user. */
  importUsers(users: readonly unknown[], options?: ImportOptions): Promise<Imported>;
  /** One page of the list, unread. */
  list(query?: string): Promise<RawAnswer>;
  /** The saved sources of this name. */
  findSources(sourceName: string): Promise<readonly Source[]>;
  /** The id of the saved source, from the answer or from the list. */
  idOf(imported: Imported): Promise<string>;
  remove(sourceId: string, query?: string): Promise<RawAnswer>;
}

interface ServerUnderTestOptions extends Pick<ServerUnderTest, "known"> {
  readonly target: Target;
  readonly created: CreatedSources;
  /** The extensions that the server lists. */
  readonly extensions: readonly string[];
}

/** Creates the server; nothing is sent yet. */
export function createServerUnderTest({ target, created, extensions, known }: ServerUnderTestOptions): ServerUnderTest {
  const offers: ServerUnderTest["offers"] = (extension) => extensions.includes(extension);

  const post: ServerUnderTest["post"] = (body, options = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return created.track(text, () => sendRequest(target, { route: routes.importUsers, body: text, ...options }));
  };

  const findSources: ServerUnderTest["findSources"] = async (sourceName) =>
    (await listNewestSources(target)).filter(({ name }) => name === sourceName);

  return {
    known,
    hasIdentity: target.headers.has("authorization") || target.headers.has("cookie"),
    offers,
    require(extension) {
      if (!offers(extension)) throw new NotChecked(`The server does not list \`${extension}\`.`);
    },
    newSourceName: created.newSourceName,
    send: (request) => sendRequest(target, request),
    post,
    async importUsers(users, { query = "", headers = {}, sourceName = created.newSourceName() } = {}) {
      const answer = await post({ sourceName, users }, { headers, query });
      expectStatus(answer, `an import of ${users.length} users`);
      // Users that are not a `UserInput` are sent on purpose; the client reads only their texts. Counters have their own check.
      const request = { sourceName, users: users as readonly UserInput[] };
      const { results } = readAsClient(answer, (read) =>
        readImport({ ...read, body: withoutSource(toIndexed(read.body)) }, request, true),
      );
      return { answer, sourceName, results, statuses: results.map(({ status }) => status) };
    },
    list: (query = "") => sendRequest(target, { route: routes.listSources, query }),
    findSources,
    async idOf({ answer, sourceName }) {
      const id = readSourceId(answer) ?? (await findSources(sourceName))[0]?.id;
      if (id === undefined)
        throw new RuleBroken(`the import in the list, as "${sourceName}"`, "no source of that name");
      return id;
    },
    async remove(sourceId, query = "") {
      const answer = await sendRequest(target, { route: routes.deleteSource, sourceId, query });
      if (answer.status < 300 && query === "") created.forget(sourceId);
      return answer;
    },
  };
}

// Read as a dry run is read: results that can't be believed are no answer, whatever the source counts.
function withoutSource(body: unknown): unknown {
  const members = toMembers(body);
  return members ? { ...members, source: null } : body;
}

// The guides describe no members of a result. Bare statuses are checked in the order of the users; the client itself shows
// only their counts.
function toIndexed(body: unknown): unknown {
  const { results, ...members } = toMembers(body) ?? {};
  if (!Array.isArray(results) || !results.every((result) => isBare(toMembers(result) ?? {}))) return body;
  return { ...members, results: results.map((result, index) => ({ ...result, index })) };
}

function isBare({ index, externalUserId, email, status }: Members): boolean {
  return status !== undefined && [index, externalUserId, email].every((member) => member === undefined);
}
