// Types the card's texts, and replaces some of them by a host's.
import type { english } from "./en.ts";

/** All texts of the card. Functions get their values and, as the last argument, the formatters of the locale. */
export type Messages = typeof english;

/** Texts to replace. Missing ones, and those of another type than the English text, stay English. */
export type MessageOverrides = DeepPartial<Messages>;

type DeepPartial<Tree> = {
  readonly [Key in keyof Tree]?: Tree[Key] extends string | ((...args: never[]) => string)
    ? Tree[Key]
    : DeepPartial<Tree[Key]>;
};

/**
 * The English texts, replaced by the given ones. `base` holds those that are loaded: the others belong to screens that load
 * together with them.
 */
export function toMessages(base: MessageOverrides, overrides: MessageOverrides | undefined): Messages {
  return (overrides ? merge(base, overrides) : base) as Messages;
}

type Tree = { readonly [key: string]: unknown };

function merge(base: Tree, overrides: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    // JSON.parse makes it an ordinary member; assigning it would set the prototype.
    if (key === "__proto__") continue;
    const original = Object.hasOwn(base, key) ? base[key] : undefined;
    if (!isReplacement(value, original)) continue;
    merged[key] = isTree(original) && isTree(value) ? merge(original, value) : value;
  }
  return merged;
}

// A text in place of a function, or the reverse, would break the card. An unknown key is a code of the host's own server.
function isReplacement(value: unknown, original: unknown): boolean {
  if (value === undefined || value === null) return false;
  return original === undefined || typeof value === typeof original;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}
