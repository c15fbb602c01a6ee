// A short text that stands for a long one: the same for the same content, in any process, without waiting.

/**
 * 28 hex digits (two times 53 bits) for a text. Tells changes apart; it is no cryptographic hash and hides nothing.
 *
 * The mixing is cyrb53's, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain).
 */
export function toFingerprint(text: string): string {
  return mix(text, 0) + mix(text, 0x9e3779b9);
}

function mix(text: string, seed: number): string {
  let one = 0xdeadbeef ^ seed;
  let two = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(16).padStart(14, "0");
}
