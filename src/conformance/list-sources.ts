// Reads the list of saved sources as the client reads it.
import { ContractError } from "../client/errors.ts";
import { readSources } from "../client/read-answer.ts";
import { readEverySource } from "../client/saved-sources.ts";
import { routes } from "../contract/routes.ts";
import type { Source } from "../contract/source.ts";
import { Broken } from "./check-errors.ts";
import { expectStatus } from "./expect.ts";
import { type Answer, ask, type Wire } from "./raw-request.ts";

// Newest first, so the sources of a run are on the first pages.
const maxPages = 10;

/** Reads the newest saved sources, page by page. */
export async function listNewestSources(wire: Wire): Promise<readonly Source[]> {
  const readPage = async (cursor: string | undefined) => {
    const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const answer = await ask(wire, { route: routes.listSources, query });
    expectStatus(answer, "the list of sources");
    return readAsClient(answer, readSources);
  };
  return (await readEverySource(readPage, { maxPages })).sources;
}

/** Reads an answer with one of the client's own readers. @throws Broken where the client could not read it. */
export function readAsClient<T>(answer: Answer, reader: (answer: Parameters<typeof readSources>[0]) => T): T {
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
    throw new Broken("an answer that a client can read", `${error.message} ${answer.text.slice(0, 120)}`.trim());
  }
}
