// What this run has left on the server so far: every source that must go again, also one whose answer was lost.
import { routes } from "../contract/routes.ts";
import { toMembers } from "./expect.ts";
import { listNewestSources } from "./list-sources.ts";
import { type Answer, ask, type Wire } from "./raw-request.ts";

/** The memory of a run. */
export interface Trail {
  /** A source name that only this run uses. */
  newSourceName(): string;
  /** Sends a POST and remembers what it may have saved. */
  follow(body: string, send: () => Promise<Answer>): Promise<Answer>;
  /** A source was rolled back by a check itself. */
  forget(sourceId: string): void;
  /** Rolls back what is left; gives what would not go. Ignores that the run was interrupted: this is what has to happen then. */
  cleanUp(options?: { readonly thorough?: boolean }): Promise<readonly string[]>;
}

/** The id of the source in a POST's answer; null where it names none. */
export function readSourceId(answer: Answer): string | null {
  const { id } = toMembers(toMembers(answer.body).source);
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}

/** Begins a trail; nothing is sent yet. */
export function createTrail(runWire: Wire): Trail {
  const wire: Wire = { ...runWire, signal: undefined };
  const prefix = `Conformance check ${crypto.randomUUID().slice(0, 8)}`;
  const living = new Set<string>();
  const untraceable: string[] = [];
  let names = 0;
  let mustLook = false;

  function remember(body: string, answer: Answer): void {
    const id = readSourceId(answer);
    const isSaved = answer.status >= 200 && answer.status < 300;
    if (isSaved && id !== null) living.add(id);
    else if (isSaved && !body.includes(prefix)) untraceable.push("a source without a name of this run");
    else if (isSaved || answer.status >= 500) mustLook = true;
  }

  async function look(): Promise<void> {
    for (const { id, name } of await listNewestSources(wire)) if (name.startsWith(prefix)) living.add(id);
    mustLook = false;
  }

  return {
    newSourceName: () => `${prefix} #${++names}`,
    async follow(body, send) {
      try {
        const answer = await send();
        remember(body, answer);
        return answer;
      } catch (error) {
        mustLook = true;
        throw error;
      }
    },
    forget: (sourceId) => void living.delete(sourceId),
    async cleanUp({ thorough = false } = {}) {
      if (mustLook || thorough) await look();
      for (const sourceId of living) {
        const { status } = await ask(wire, { route: routes.deleteSource, sourceId });
        if (status < 300 || status === 404) living.delete(sourceId);
      }
      // An answer that says gone is not proof.
      if (thorough) await look();
      return [...living, ...untraceable];
    },
  };
}
