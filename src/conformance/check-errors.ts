// Defines the errors that end a check: the rule is broken, or could not be checked.

/** The server does not keep the rule. */
export class RuleBroken extends Error {
  override readonly name = "RuleBroken";
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`Expected ${expected}, came ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

/** The rule can't be checked on this server; the message says why. */
export class NotChecked extends Error {
  override readonly name = "NotChecked";
}
