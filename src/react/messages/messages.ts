// Every visible word of the card: its type, and how a host replaces some of them.
import { english } from "./en.ts";

/** All words of the card. Functions get their values and, last, the formats of the locale. */
export type Messages = typeof english;

/** Some of the words; what is left out, or is of another kind than the English one, stays English. */
export type MessageOverrides = DeepPartial<Messages>;

type DeepPartial<Tree> = {
  readonly [Key in keyof Tree]?: Tree[Key] extends string | ((...args: never[]) => string)
    ? Tree[Key]
    : DeepPartial<Tree[Key]>;
};

/** The English words with the given ones in their place. */
export function toMessages(overrides: MessageOverrides | undefined): Messages {
  return overrides ? (merge(english, overrides) as Messages) : english;
}

type Tree = { readonly [key: string]: unknown };

function merge(base: Tree, overrides: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    // A member like others where words come from JSON; assigned, it would be the prototype.
    if (key === "__proto__") continue;
    const below = Object.hasOwn(base, key) ? base[key] : undefined;
    if (!isReplacement(value, below)) continue;
    merged[key] = isTree(below) && isTree(value) ? merge(below, value) : value;
  }
  return merged;
}

// Where English has a function, a text would break the card, and the other way round; a new key is a code of the server.
function isReplacement(value: unknown, below: unknown): boolean {
  if (value === undefined || value === null) return false;
  return below === undefined || typeof value === typeof below;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}
