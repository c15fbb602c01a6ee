// Non-cryptographic hashes of a text: the same for the same text in any process, computed synchronously.

/**
 * 53 bits in base 36, the form kept in stored column mappings and in request fingerprints.
 *
 * Detects changes, and is not a security measure. Not `crypto.subtle`: it is asynchronous, and missing on pages served over plain http.
 */
export function toBase36Hash(text: string, seed = 0): string {
  return cyrb53(text, seed).toString(36);
}

/** 106 bits as 28 hex digits, the form kept in ledgers. */
export function toHexHash(text: string): string {
  return [0, 0x9e3779b9].map((seed) => cyrb53(text, seed).toString(16).padStart(14, "0")).join("");
}

// cyrb53, public domain: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
function cyrb53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
