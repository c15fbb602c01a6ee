// The server under test: the calls as checks need them.
import { readImport } from "../client/read-answer.ts";
import { idempotencyKeyHeader, type RowResult } from "../contract/import.ts";
import { routes } from "../contract/routes.ts";
import type { Extension, Source } from "../contract/source.ts";
import type { UserInput } from "../contract/user.ts";
import { Broken, NotChecked } from "./check-errors.ts";
import { readSourceId, type Trail } from "./created-sources.ts";
import { expectStatus } from "./expect.ts";
import { listNewestSources, readAsClient } from "./list-sources.ts";
import { type Answer, type Ask, ask, type Wire } from "./raw-request.ts";

/** How to import. */
interface ImportOptions {
  readonly query?: string;
  readonly key?: string;
  /** @default a new one of this run */
  readonly sourceName?: string;
}

/** What an import answered, read as the client reads it. */
interface Imported {
  readonly answer: Answer;
  readonly sourceName: string;
  readonly results: readonly RowResult[];
  readonly statuses: readonly string[];
}

/** The server under test. */
export interface Site {
  /** An account that a person vouches for, and the name in its profile. */
  readonly known: { readonly email: string | null; readonly name: string | null };
  /** True when headers were given that say who asks. */
  readonly hasIdentity: boolean;
  offers(extension: Extension): boolean;
  /** @throws NotChecked where the server does not list the extension. */
  require(extension: Extension): void;
  newSourceName(): string;
  ask(request: Ask): Promise<Answer>;
  /** POSTs any body as it is. */
  post(body: unknown, options?: Pick<Ask, "query" | "headers" | "anonymous">): Promise<Answer>;
  /** @throws Broken unless it succeeds with one readable result per user. */
  importUsers(users: readonly unknown[], options?: ImportOptions): Promise<Imported>;
  /** One page of the list as it is. */
  list(query?: string): Promise<Answer>;
  /** The saved sources of this name. */
  findSources(sourceName: string): Promise<readonly Source[]>;
  /** The id under which an import was saved, from its answer or from the list. */
  idOf(imported: Imported): Promise<string>;
  remove(sourceId: string, query?: string): Promise<Answer>;
}

/** What a site is made of. */
export interface SiteOptions extends Pick<Site, "known"> {
  readonly wire: Wire;
  readonly trail: Trail;
  /** What the server lists. */
  readonly extensions: readonly string[];
}

/** Creates the site; nothing is sent yet. */
export function createSite({ wire, trail, extensions, known }: SiteOptions): Site {
  const offers: Site["offers"] = (extension) => extensions.includes(extension);

  const post: Site["post"] = (body, options = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return trail.follow(text, () => ask(wire, { route: routes.importUsers, body: text, ...options }));
  };

  const findSources: Site["findSources"] = async (sourceName) =>
    (await listNewestSources(wire)).filter(({ name }) => name === sourceName);

  return {
    known,
    hasIdentity: wire.headers.has("authorization") || wire.headers.has("cookie"),
    offers,
    require(extension) {
      if (!offers(extension)) throw new NotChecked(`The server does not list \`${extension}\`.`);
    },
    newSourceName: trail.newSourceName,
    ask: (request) => ask(wire, request),
    post,
    async importUsers(users, { query = "", key, sourceName = trail.newSourceName() } = {}) {
      const headers: Record<string, string> = key === undefined ? {} : { [idempotencyKeyHeader]: key };
      const answer = await post({ sourceName, users }, { headers, query });
      expectStatus(answer, `an import of ${users.length} users`);
      // The client only takes texts from a user; what else is sent is wrong on purpose.
      const { results } = readAsClient(answer, (read) => readImport(read, users as readonly UserInput[]));
      return { answer, sourceName, results, statuses: results.map(({ status }) => status) };
    },
    list: (query = "") => ask(wire, { route: routes.listSources, query }),
    findSources,
    async idOf({ answer, sourceName }) {
      const id = readSourceId(answer) ?? (await findSources(sourceName))[0]?.id;
      if (id === undefined) throw new Broken(`the import in the list, as "${sourceName}"`, "no source of that name");
      return id;
    },
    async remove(sourceId, query = "") {
      const answer = await ask(wire, { route: routes.deleteSource, sourceId, query });
      if (answer.status < 300 && query === "") trail.forget(sourceId);
      return answer;
    },
  };
}
