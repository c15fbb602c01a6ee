// Remembers the users that this page sent with each source, to tell their names where the server tells none.
import type { FieldKey } from "../../contract/fields.ts";
import type { StoredResult } from "../../contract/import.ts";
import { isResultOf } from "../../contract/match-results.ts";
import type { UserInput } from "../../contract/user.ts";

/** The name that was sent with the user of a result; null if there was none, or the result is of somebody else. */
export type NameOf = (result: StoredResult) => string | null;

/** The users that were sent. */
export interface SentUsers {
  /** Does nothing if no user has a name. */
  remember(sourceId: string, users: readonly UserInput[]): void;
  /** The names of a source's users; null for a source of which none are known. */
  namesOf(sourceId: string): NameOf | null;
}

// Ten imports of the largest size, in a few megabytes.
const maxUsers = 100_000;

/** Creates the memory, which forgets the oldest source once it has too many users. */
export function createSentUsers(): SentUsers {
  const texts = new Map<string, { readonly text: string; readonly count: number }>();

  function forgetOldest(): void {
    let count = 0;
    for (const [sourceId, kept] of [...texts].reverse()) {
      count += kept.count;
      if (count > maxUsers) texts.delete(sourceId);
    }
  }

  return {
    remember(sourceId, users) {
      if (!users.some(({ name }) => name)) return;
      // One text of its own: the cells would keep the whole file in memory.
      const text = JSON.stringify(users, ["externalUserId", "email", "name"] satisfies FieldKey[]);
      texts.set(sourceId, { text, count: users.length });
      forgetOldest();
    },
    namesOf(sourceId) {
      const kept = texts.get(sourceId);
      return kept ? toNameOf(JSON.parse(kept.text) as UserInput[]) : null;
    },
  };
}

function toNameOf(users: readonly UserInput[]): NameOf {
  return (result) => {
    const user = users[result.index];
    // The index alone may be the place among the rows of one status.
    const isNamed = result.externalUserId !== "" || result.email !== "";
    return isNamed && user?.name && isResultOf(user, result) ? user.name : null;
  };
}
