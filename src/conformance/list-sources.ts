// Reads the list of saved sources as the client reads it.
import { ContractError } from "../client/errors.ts";
import { readSources } from "../client/read-answer.ts";
import { routes } from "../contract/routes.ts";
import type { Source } from "../contract/source.ts";
import { Broken } from "./check-errors.ts";
import { expectStatus } from "./expect.ts";
import { type Answer, ask, type Wire } from "./raw-request.ts";

// Newest first, so the sources of a run are on the first pages.
const mostPages = 10;

/** The newest saved sources, page after page. */
export async function listEverySource(wire: Wire): Promise<Source[]> {
  const sources: Source[] = [];
  let query = "";
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(wire, { route: routes.listSources, query });
    expectStatus(answer, "the list of sources");
    const list = readAsClient(answer, readSources);
    sources.push(...list.sources);
    if (list.nextCursor === null) break;
    query = `?cursor=${encodeURIComponent(list.nextCursor)}`;
  }
  return sources;
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
