// People who do not exist: random addresses under example.com, which no mail can ever reach (RFC 2606).

/** A user as it is sent; members may be wrong on purpose. */
export type SentUser = Readonly<Record<string, unknown>> & { readonly externalUserId: string; readonly email: string };

/** A valid user whom no account knows, and whatever should differ. */
export function createStranger(rest: Readonly<Record<string, unknown>> = {}): SentUser {
  const id = crypto.randomUUID().slice(0, 18);
  return { externalUserId: `conformance-${id}`, email: `conformance-${id}@example.com`, ...rest };
}

/** As many strangers as asked for. */
export function createStrangers(count: number): SentUser[] {
  return Array.from({ length: count }, () => createStranger());
}
