// The words for a failure's code, whatever a host's own client calls it.

import type { FailureWords } from "./en.ts";
import type { Messages } from "./messages.ts";

export function toFailureWords(code: string | null, { failures }: Messages): FailureWords {
  const known: Readonly<Record<string, FailureWords>> = failures;
  return (code !== null && Object.hasOwn(known, code) && known[code]) || failures.unexpected;
}
