// Repairs an email cell that holds exactly one address with other text around it: quotes, brackets, a name, mailto:, punctuation.
import { normalizeEmail } from "../../contract/field-values.ts";
import { hasUnreadableCharacter } from "../../contract/text.ts";

const maxTextLength = 500;
// Each step removes one layer: `"Ada" <mailto:ada@example.com>;` has three.
const maxLayers = 6;

/**
 * The one address in a text that is not a valid email, without the text around it; null for a valid email, and for a text that
 * holds no address, several addresses, or an ambiguous one.
 */
export function repairEmail(text: string): string | null {
  if (text.length > maxTextLength || !mayHoldAddress(text) || normalizeEmail(text) !== null) return null;
  const plain = withAtSign(toPlainText(text));
  if (hasUnreadableCharacter(plain)) return null;
  const repaired = hasOneAtSign(plain) ? unwrap(plain) : repeatedAddress(plain);
  return repaired !== null && normalizeEmail(repaired) !== null ? repaired : null;
}

const fullWidth = /[\uFF01-\uFF5E]/g;
const ideographicStop = /[\u3002\uFF61]/g;
// Pasted from pages and documents; a joiner between letters beyond ASCII belongs to the spelling.
const invisible = /(?<![^\0-\x7F])[\u200C\u200D](?![^\0-\x7F])|(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;

const ascii = /^[\0-\x7F]*$/;

function toPlainText(text: string): string {
  if (ascii.test(text)) return text.replace(/\s+/g, " ").trim();
  return text
    .replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(ideographicStop, ".")
    .replaceAll("\uFE6B", "@")
    .replace(invisible, "")
    .replace(/\s+/g, " ")
    .trim();
}

// Written for @ and the dot, to hide an address from programs.
const atWords = "at|ät|arroba|arobase|chez|chiocciola|apenstaartje|małpa|zavináč|kukac|snabel-a|собака|собачка";
const dotWords = "dot|punkt|punt|point|punto|ponto|kropka|tečka|bodka|pont|точка|крапка";
const bracketedSign = / ?[([{<] ?@ ?[)\]}>] ?/g;
const atWord = new RegExp(String.raw` ?[([{<] ?(?:a|${atWords}) ?[)\]}>] ?| (?:${atWords}) `, "gi");
const dotWord = new RegExp(String.raw` ?[([{<] ?(?:\.|${dotWords}) ?[)\]}>] ?| (?:${dotWords}) `, "gi");
const encodedSign = /^(\W*mailto:[^@]*)%40/i;

const sign = /[@\uFE6B\uFF01-\uFF5E]|%40/;
const atWordList = new Set(["a", ...atWords.split("|")]);

// Quick, for columns of any other texts.
function mayHoldAddress(text: string): boolean {
  if (sign.test(text)) return true;
  const words = text.toLowerCase().split(/[\s()[\]{}<>]+/);
  return words.some((word) => atWordList.has(word));
}

// A word is read as @ only in a text without an @.
function withAtSign(text: string): string {
  const signed = text.replace(bracketedSign, "@").replace(encodedSign, "$1@");
  if (signed === text && text.includes("@")) return text.replace(/ ?@ ?/g, "@");
  const written = signed.includes("@") ? signed : signed.replace(atWord, "@");
  return written.replace(dotWord, ".").replace(/ ?@ ?/g, "@");
}

function hasOneAtSign(text: string): boolean {
  const at = text.indexOf("@");
  return at > 0 && text.indexOf("@", at + 1) < 0;
}

const address = /[^\s"<>()[\]{}“”„«»,;:|=\\/?]+@[^\s"'<>()[\]{}“”„«»,;:|=\\/?]+/g;

// `ada@example.com <ada@example.com>`, or a link and its text: one address, written twice.
function repeatedAddress(text: string): string | null {
  const [first = null, ...others] = (text.match(address) ?? []).map((found) => unwrap(found));
  const count = text.split("@").length - 1;
  const isSame = others.every((other) => other.toLowerCase() === first?.toLowerCase());
  return first !== null && isSame && others.length === count - 1 ? first : null;
}

const label = /^(?:mailto|smtp|e-?mail|mail) ?: ?(?:\/\/)?/i;
// Parameters of a mailto address: `?subject=Hello`.
const parameters = /(@[^?]*)\?.*$/;
// `Ada Lovelace <ada@example.com>`, also with other brackets.
const nameBefore = /^[^@<>()[\]{}]*[<([{]([^<>()[\]{}]+@[^<>()[\]{}]+)[>)\]}][\s.,;"'”’]*$/;
const quotes = "\"'“”„‟‚‘’‛«»‹›´`「」『』《》〈〉";
// How Python writes bytes and old Unicode texts: b'ada@example.com'.
const pythonText = /^\s*[bur](['"])(.*)\1\s*$/is;
const before = new RegExp(String.raw`^[${quotes}\s\\<>()[\]{},;|]+`);
const after = new RegExp(String.raw`[${quotes}\s\\<>()[\]{},;|.:!?…、]+$`);

function unwrap(text: string): string {
  let rest = pythonText.exec(text)?.[2] ?? text;
  for (let layer = 0; layer < maxLayers && normalizeEmail(rest) === null; layer += 1) {
    const inner = nameBefore.exec(rest)?.[1] ?? rest;
    rest = inner.replace(before, "").replace(label, "").replace(parameters, "$1").replace(after, "");
  }
  return rest;
}
