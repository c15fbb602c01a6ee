// The two ways in which a check can end other than well.

/** The server does something else than the rule says. */
export class Broken extends Error {
  override readonly name = "Broken";
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`Expected ${expected}, came ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

/** The rule could not be tried here; the message says why. */
export class NotChecked extends Error {
  override readonly name = "NotChecked";
}
