// How each command says to a script what came of it.

/** The exit codes, the same for every command. */
export const exitCodes = {
  ok: 0,
  /** Something went wrong that no other code names; for `conformance`: a rule is broken. */
  unexpected: 1,
  /** The command line is wrong, or the file is of no use; nothing was done. */
  usage: 2,
  /** More rows had problems than is allowed: by `--alert`, by a guard, or by `validate`. */
  alert: 3,
  /** Not signed in, or not allowed. */
  auth: 4,
  /** No answer. */
  network: 5,
  /** Done in part: something is left to do, or left behind; a `sync` can be resumed. */
  partlyDone: 6,
  /** Ctrl+C, as shells have it. */
  interrupted: 130,
} as const;
