// Domains of well-known mail providers, and the one they were most likely typed for: gmial.com, gmail.con, gmailcom.

interface Provider {
  readonly endings: readonly string[];
  /** False for names that are close to other real ones: only their endings are compared. */
  readonly isUnusual: boolean;
}

// The endings under which each provider gives out addresses.
const unusualNames = `
gmail com
googlemail com
icloud com
hotmail com co.uk fr de it es nl be se dk no ch at gr ca cl com.br com.ar com.mx com.au com.tr co.jp co.th co.id
outlook com fr de it es pt be dk cz sk hu at ie in jp kr ph sa sg my cl lv com.au com.br com.ar com.tr com.vn com.gr co.id co.il co.th
yahoo com fr de it es ca ie gr pl ro se no dk nl in co.uk co.in co.id co.jp co.kr co.nz co.th co.za com.br com.ar com.mx com.au com.sg com.ph com.tw com.hk com.vn com.tr com.pe com.co com.my com.ve
protonmail com ch
yandex ru com by kz ua
rambler ru
wanadoo fr
laposte net
t-online de
freenet de
comcast net
sbcglobal net
bellsouth net
earthlink net
btinternet com
rediffmail com
hanmail net
bigpond com net.au
seznam cz
`;
const usualNames = `
aol com de fr it co.uk
gmx de net at ch com
live com fr de it nl be se dk no at ca co.uk com.au com.mx com.ar
msn com
me com
mac com
web de
mail ru com
zoho com
naver com
verizon net
cox net
att net
orange fr
free fr
sfr fr
libero it
virgilio it
tiscali it
qq com
163 com
126 com
`;

const providers = new Map([...parse(unusualNames, true), ...parse(usualNames, false)]);
const byLetters = new Map(
  [...providers].flatMap(([name, { endings }]) =>
    endings.map((ending) => [toLetters(`${name}.${ending}`), `${name}.${ending}`] as const),
  ),
);

function parse(text: string, isUnusual: boolean): [string, Provider][] {
  const lines = text.trim().split("\n");
  return lines.map((line) => {
    const [name = "", ...endings] = line.split(" ");
    return [name, { endings, isUnusual }];
  });
}

// Without what is left out or doubled in gmailcom, gmail..com and gmail,com.
function toLetters(domain: string): string {
  return domain.replace(/[.,;]/g, "");
}

/** True for a domain under which a well-known provider gives out addresses. */
export function isProviderDomain(domain: string): boolean {
  const { name, ending } = split(domain);
  return providers.get(name)?.endings.includes(ending) ?? false;
}

/** The domain of a well-known provider that this one was most likely typed for; null for any other domain. In lower case. */
export function findProviderDomain(domain: string): string | null {
  if (isProviderDomain(domain)) return null;
  const same = byLetters.get(toLetters(domain));
  if (same) return same;
  const { name, ending } = split(domain);
  const provider = providers.get(name);
  const near = provider?.endings.find((real) => isEndingTypo(ending, real, provider.endings.length === 1));
  if (near !== undefined) return `${name}.${near}`;
  return findByName(name, ending);
}

function findByName(name: string, ending: string): string | null {
  for (const [known, { endings, isUnusual }] of providers) {
    if (!isUnusual || !isNearName(name, known)) continue;
    const real = endings.find((one) => one === ending || isEndingTypo(ending, one, endings.length === 1));
    if (real !== undefined) return `${known}.${real}`;
  }
  return null;
}

/** Splits a domain after its first label. */
export function split(domain: string): { readonly name: string; readonly ending: string } {
  const dot = domain.indexOf(".");
  return dot < 0 ? { name: domain, ending: "" } : { name: domain.slice(0, dot), ending: domain.slice(dot + 1) };
}

/** True for names that differ in one letter, or in two that are swapped, but not in the first: mail.com is not gmail.com. */
export function isNearName(name: string, real: string): boolean {
  return name !== real && name.charAt(0) === real.charAt(0) && isOneEdit(name, real);
}

// Real endings that are one letter away from com, net, org, info or biz.
const realEndings = new Set("cam mom bom new pet bet vet nec ong bio".split(" "));
// Endings of countries that are typed for com: wrong only where a provider has no other ending than com.
const shortened = new Set(["co", "cm", "om"]);

/** True for an ending that does not exist and is one letter away from this one: con, cmo, comm, ner. */
export function isEndingTypo(ending: string, real: string, isOnlyEnding = false): boolean {
  if (ending === real || !isOneEdit(ending, real)) return false;
  if (ending.length < 3) return isOnlyEnding && real === "com" && shortened.has(ending);
  const last = ending.slice(ending.lastIndexOf(".") + 1);
  // Any two letters may be a country.
  return last.length > 2 && !realEndings.has(last) && last !== real.slice(real.lastIndexOf(".") + 1);
}

// One letter more, less or another, or two neighbours swapped.
function isOneEdit(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (long.slice(at + 1) === short.slice(at + 1)) return true;
  const isSwapped = long[at] === short[at + 1] && long[at + 1] === short[at];
  return isSwapped && long.slice(at + 2) === short.slice(at + 2);
}
