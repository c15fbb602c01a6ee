// Checks and shows the address of a database without its password.
import type { InputOptions } from "../commands/options.ts";
import { UsageError } from "../terminal/terminal.ts";

const scheme = /^postgres(?:ql)?:\/\//;
// With a password that is not encoded, a part of it would be taken for the host.
const wellFormed = /^\w+:\/\/(?:[^@/?#\s]*@)?[^@/?#\s]*(?:\/[^@?#\s]*)?(?:\?\w+=[^#\s]*)?$/;
const secretParameter = /([?&](?:password|sslpassword)=)[^&#]*/gi;

/** The address with "..." in place of its password. */
export function maskAddress(address: string): string {
  // A password that was not encoded may contain any character, so it ends at the last @.
  return address.replace(/^(\w+:\/\/[^:@/?#]*):.*@/s, "$1:...@").replace(secretParameter, "$1...");
}

/** How a query is named in reports. */
export function toDatabaseName({ from = "" }: InputOptions): string {
  return maskAddress(from);
}

/** The error for an address that can't be read. */
export function unreadableAddress(): UsageError {
  return new UsageError(
    "--from is not a valid address. Write special characters of a password as %23 for # and so on, or leave it out and set PGPASSWORD.",
  );
}

/** True for an address that contains a password. */
export function hasPassword(address: string): boolean {
  return maskAddress(address) !== address;
}

/**
 * Requires the address of a PostgreSQL database.
 *
 * @throws UsageError otherwise. The address is never quoted, because it may contain a password.
 */
export function requirePostgres(address: string): void {
  if (wellFormed.test(address) && scheme.test(address)) return;
  if (scheme.test(address)) throw unreadableAddress();
  throw new UsageError(
    "--from takes the address of a PostgreSQL database, such as postgres://user@host:5432/database. Exports of other systems are piped: ... | import-existing-users sync -",
  );
}
