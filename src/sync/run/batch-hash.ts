// What a batch is known by: the hash of its content, and the key under which sending it again is the same import.

/** The SHA-256 of bytes, in hexadecimal. */
export async function toHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The idempotency key of a batch: the same for the same users under the same name in the same run, whoever sends them and when;
 * so it is for the halves of a batch too.
 */
export async function toKey(runId: string, sourceName: string, hash: string): Promise<string> {
  return `sync-${await toHash(new TextEncoder().encode(JSON.stringify([runId, sourceName, hash])))}`;
}

/**
 * Makes sure that there is Web Crypto.
 *
 * @throws TypeError on a page that is neither https nor localhost.
 */
export function requireCrypto(): void {
  if (globalThis.crypto?.subtle) return;
  throw new TypeError("A sync run needs Web Crypto: Node, or a page served over https.");
}
