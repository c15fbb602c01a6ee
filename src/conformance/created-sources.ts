// Tracks every source that a run creates, and rolls it back, even when the answer to its POST was lost.

import { ContractError } from "../client/errors.ts";
import { readSources } from "../client/read-answer.ts";
import { readEverySource } from "../client/saved-sources.ts";
import { routes } from "../contract/routes.ts";
import type { Source } from "../contract/source.ts";
import { RuleBroken } from "./check-errors.ts";
import { expectStatus, membersOf } from "./expect.ts";
import { type RawAnswer, sendRequest, type Target } from "./raw-request.ts";

/** The sources that a run created and has not rolled back yet. */
export interface CreatedSources {
  /** A source name that only this run uses. */
  newSourceName(): string;
  /** Sends a POST and records what it may have saved. */
  track(body: string, post: () => Promise<RawAnswer>): Promise<RawAnswer>;
  /** Removes a source from the record: a check has rolled it back. */
  forget(sourceId: string): void;
  /**
   * Rolls back what is left, also after an interruption.
   *
   * @returns what could not be rolled back
   */
  cleanUp(options?: { readonly thorough?: boolean }): Promise<readonly string[]>;
}

/** The id of the source in a POST's answer; null where the answer has none. */
export function readSourceId(answer: RawAnswer): string | null {
  const { id } = membersOf(membersOf(answer.body).source);
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}

/** Creates an empty record; nothing is sent yet. */
export function trackCreatedSources(runTarget: Target): CreatedSources {
  const target: Target = { ...runTarget, signal: undefined };
  const prefix = `Conformance check ${crypto.randomUUID().slice(0, 8)}`;
  const recorded = new Set<string>();
  const untraceable: string[] = [];
  let names = 0;
  let mustList = false;

  function record(body: string, answer: RawAnswer): void {
    const id = readSourceId(answer);
    const isSaved = answer.status >= 200 && answer.status < 300;
    if (isSaved && id !== null) recorded.add(id);
    else if (isSaved && !body.includes(prefix)) untraceable.push("a source without a name of this run");
    else if (isSaved || answer.status >= 500) mustList = true;
  }

  async function recordListed(): Promise<void> {
    for (const { id, name } of await listNewestSources(target)) if (name.startsWith(prefix)) recorded.add(id);
    mustList = false;
  }

  return {
    newSourceName: () => `${prefix} #${++names}`,
    async track(body, post) {
      try {
        const answer = await post();
        record(body, answer);
        return answer;
      } catch (error) {
        mustList = true;
        throw error;
      }
    },
    forget: (sourceId) => void recorded.delete(sourceId),
    async cleanUp({ thorough = false } = {}) {
      if (mustList || thorough) await recordListed();
      for (const sourceId of recorded) {
        const { status } = await sendRequest(target, { route: routes.deleteSource, sourceId });
        if (status < 300 || status === 404) recorded.delete(sourceId);
      }
      // A success does not prove that the source is gone.
      if (thorough) await recordListed();
      return [...recorded, ...untraceable];
    },
  };
}

// Newest first, so the sources of a run are on the first pages.
const maxPages = 10;

/** Reads the newest saved sources, page by page. */
export async function listNewestSources(target: Target): Promise<readonly Source[]> {
  const readPage = async (cursor: string | undefined) => {
    const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const answer = await sendRequest(target, { route: routes.listSources, query });
    expectStatus(answer, "the list of sources");
    return readAsClient(answer, readSources);
  };
  return (await readEverySource(readPage, { maxPages })).sources;
}

/** Reads an answer with one of the client's own readers. @throws RuleBroken where the client could not read it. */
export function readAsClient<T>(answer: RawAnswer, reader: (answer: Parameters<typeof readSources>[0]) => T): T {
  try {
    return reader({
      status: answer.status,
      body: answer.body,
      isEmpty: answer.text.trim() === "",
      redirected: false,
      label: "The server",
    });
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new RuleBroken("an answer that a client can read", `${error.message} ${answer.text.slice(0, 120)}`.trim());
  }
}
