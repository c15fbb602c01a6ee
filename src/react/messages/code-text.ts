// Puts failures and source names into words.
import type { FailureWords } from "./en-first.ts";
import { toPlainText } from "./format.ts";
import type { Messages } from "./messages.ts";

/** The title and the advice of a failure; an unknown code of a host's own client gets those of `unexpected`. */
export function toFailureText(code: string | null, { failures }: Messages): FailureWords {
  const known: Readonly<Record<string, FailureWords>> = failures;
  return (code !== null && Object.hasOwn(known, code) && known[code]) || failures.unexpected;
}

/** The name of a source, safe to put in a sentence. */
export function toSourceName(name: string, messages: Messages): string {
  return toPlainText(name) || messages.sources.unnamed;
}
