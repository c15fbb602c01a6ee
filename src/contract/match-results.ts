// Matches the results of an import to the users sent, as far as index, identity and counters agree.
import { normalizeEmail } from "./field-values.ts";
import type { ImportRequest, ImportResponse, LooseResponse, LooseResult, RowResult } from "./import.ts";
import { textOr } from "./read-json.ts";
import type { Source } from "./source.ts";
import { type Counters, countStatuses, rowStatuses } from "./status.ts";
import { trimText } from "./text.ts";
import type { UserInput } from "./user.ts";

/**
 * The result of each user, in the order of `users`; null where the response does not show what happened to that user:
 *
 * - its index has no result, or several;
 * - its result names another `externalUserId` or another email;
 * - its result has no index, and `externalUserId` and email do not identify one user;
 * - its result names no user, and another result of the response matches no user;
 * - the counters of the source contradict the results, so that none of the results is reliable.
 *
 * Users with the same identity get results without an index in the order of the response.
 */
export function matchResults(
  users: readonly UserInput[],
  { source, results }: Pick<LooseResponse, "source" | "results">,
): (RowResult | null)[] {
  if (source?.counters && contradicts(source.counters, results)) return users.map(() => null);
  const sent = users.map(toSentUser);
  placeByIndex(sent, results);
  const others = results.filter((result) => !hasIndex(result));
  if (others.length > 0) placeWithoutIndex(sent, others);
  const isEachPlaced = sent.filter(({ result }) => result).length === results.length;
  return sent.map(({ user, result }, index) => {
    return result && (isEachPlaced || namesSomebody(result)) ? fillResult(result, index, user) : null;
  });
}

/**
 * The reliable part of a response: the results of all users, in their order; no results where only the source is
 * reliable; null where nothing is.
 */
export function toBelievedResponse(request: ImportRequest, { source, results }: LooseResponse): ImportResponse | null {
  const { users } = request;
  const matched = matchResults(users, { source, results }).filter((result) => result !== null);
  if (matched.length === users.length && results.length === users.length) return { source, results: matched };
  const counters = toBelievedCounters(request, { source, results });
  return source && isPlausible({ ...source, counters }, request)
    ? { source: { ...source, counters }, results: [] }
    : null;
}

// Counters that contradict a result for each user are as doubtful as those: one of the two is false, and nothing tells which.
function toBelievedCounters(
  { users }: ImportRequest,
  { source, results }: Pick<LooseResponse, "source" | "results">,
): Counters | null {
  const isOnePerUser = results.length === users.length;
  const counters = source?.counters ?? null;
  if (!counters) return isOnePerUser && !results.some(namesSomebody) ? countStatuses(results) : null;
  return isOnePerUser && isOfTotal(counters, users.length) && contradicts(counters, results) ? null : counters;
}

// A source with another name or size belongs to another import, and one with neither could belong to any.
function isPlausible({ name, counters }: Source, { sourceName, users }: ImportRequest): boolean {
  const isSameName = trimText(name) === trimText(sourceName);
  const isSameSize = counters?.total === users.length && countKnown(counters) === users.length;
  return (isSameName || name === "") && (isSameSize || !counters) && (isSameName || isSameSize);
}

/** True if the counters fit this number of users: that many in total, and no more with a status. */
export function isOfTotal(counters: Counters, users: number): boolean {
  return counters.total === users && countKnown(counters) <= users;
}

/**
 * Completes a result: a text that the server left out is the one sent. Users may be invalid, as only the server checks them.
 * A complete result stays the same object.
 */
export function fillResult(result: LooseResult, index: number, user: UserInput | undefined): RowResult {
  if (isFilled(result) && result.index === index) return result;
  const externalUserId = result.externalUserId || textOr(user?.externalUserId, "");
  return { ...result, index, externalUserId, email: result.email || textOr(user?.email, "") };
}

function isFilled(result: LooseResult): result is RowResult {
  return hasIndex(result) && Boolean(result.externalUserId) && Boolean(result.email);
}

function countKnown(counters: Counters): number {
  return rowStatuses.reduce((sum, status) => sum + counters[status], 0);
}

// A counter that a server leaves out is read as 0, so a 0 counts only where the counters add up to their total.
function contradicts(counters: Counters, results: readonly LooseResult[]): boolean {
  const found = countStatuses(results);
  const counted = countKnown(counters);
  const isComplete = counted > 0 && counted === counters.total;
  return ([...rowStatuses, "total"] as const).some(
    (key) => counters[key] !== found[key] && (isComplete || counters[key] > 0),
  );
}

interface Identity {
  readonly externalUserId: string;
  readonly email: string;
}

interface SentUser {
  readonly user: UserInput;
  /** Null until it is needed: most results name exactly what was sent. */
  identity: Identity | null;
  result: LooseResult | null;
}

function toSentUser(user: UserInput): SentUser {
  return { user, identity: null, result: null };
}

function identityOf(sent: SentUser): Identity {
  sent.identity ??= toIdentity(sent.user);
  return sent.identity;
}

// A host may have sent anything as a user, null included.
function toIdentity(named: { readonly externalUserId?: unknown; readonly email?: unknown } | null): Identity {
  const email = toText(named?.email);
  return { externalUserId: trimText(toText(named?.externalUserId)), email: normalizeEmail(email) ?? trimText(email) };
}

function toText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function namesSomebody({ externalUserId, email }: LooseResult): boolean {
  return Boolean(externalUserId || email);
}

// A host's own client may leave the index out.
function hasIndex(result: LooseResult): result is LooseResult & { readonly index: number } {
  return typeof result.index === "number";
}

function placeByIndex(sent: readonly SentUser[], results: readonly LooseResult[]): void {
  const resultAt = indexResults(results);
  for (const [index, one] of sent.entries()) {
    const result = resultAt(index);
    if (result && isOf(one, result)) one.result = result;
  }
}

// The one result with an index; none where there are several.
function indexResults(results: readonly LooseResult[]): (index: number) => LooseResult | null | undefined {
  if (results.every(({ index }, place) => index === place)) return (index) => results[index];
  const byIndex = new Map<number, LooseResult | null>();
  for (const result of results) {
    if (hasIndex(result)) byIndex.set(result.index, byIndex.has(result.index) ? null : result);
  }
  return (index) => byIndex.get(index);
}

function placeWithoutIndex(sent: readonly SentUser[], others: readonly LooseResult[]): void {
  placeByIdentity(sent, others.filter(namesSomebody), toExactKey);
  placeByIdentity(sent, others.filter(isUnplacedRefusal(sent)), toShortKey);
  placeTheRest(sent, others);
}

const bothMembers = ["externalUserId", "email"] as const;
type Naming = readonly (keyof Identity)[];
// A server may return both members of the identity, or one of them.
const namings: readonly Naming[] = [bothMembers, ["externalUserId"], ["email"]];

type ToKey = (identity: Identity, naming: Naming) => string;

const toExactKey: ToKey = (identity, naming) => JSON.stringify(naming.map((member) => identity[member]));

// A shortened value keeps at least this beginning.
const toShortKey: ToKey = (identity, naming) => {
  return JSON.stringify(naming.map((member) => identity[member].replace(notStored, "").slice(0, minShortenedLength)));
};

function placeByIdentity(sent: readonly SentUser[], results: readonly LooseResult[], toKey: ToKey): void {
  for (const naming of results.length > 0 ? namings : []) {
    const free = sent.filter(({ result }) => !result);
    const named = results.filter((result) => bothMembers.every((one) => Boolean(result[one]) === naming.includes(one)));
    const usersByKey = groupBy(free, (one) => toKey(identityOf(one), naming));
    const resultsByKey = groupBy(named, (result) => toKey(toIdentity(result), naming));
    for (const [key, group] of resultsByKey) placeInOrder(usersByKey.get(key) ?? [], group);
  }
}

// Relies on the order only where it can't mix users up: as many results as users, all with the same identity.
function placeInOrder(users: readonly SentUser[], results: readonly LooseResult[]): void {
  const isOneIdentity = new Set(users.map((one) => toExactKey(identityOf(one), bothMembers))).size === 1;
  if (!isOneIdentity || users.length !== results.length) return;
  for (const [index, one] of users.entries()) {
    const result = results[index];
    if (result && isOf(one, result)) one.result = result;
  }
}

function isUnplacedRefusal(sent: readonly SentUser[]): (result: LooseResult) => boolean {
  const placed = new Set(sent.map(({ result }) => result));
  return (result) => result.status === "invalid_row" && namesSomebody(result) && !placed.has(result);
}

// Results that name no user belong to the users left over. If all of them are equal, their order does not matter.
function placeTheRest(sent: readonly SentUser[], results: readonly LooseResult[]): void {
  const nameless = results.filter((result) => !namesSomebody(result));
  const free = sent.filter(({ result }) => !result);
  const isUnanimous =
    new Set(nameless.map(({ status, code, field }) => JSON.stringify([status, code, field]))).size === 1;
  if (!isUnanimous || free.length !== nameless.length) return;
  for (const [index, one] of free.entries()) one.result = nameless[index] ?? null;
}

function groupBy<Entry>(entries: readonly Entry[], toKey: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = toKey(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

function isOf(sent: SentUser, result: LooseResult): boolean {
  const { user } = sent;
  // Comparing normal forms takes many times as long, and equal texts have equal ones.
  if (bothMembers.every((member) => user?.[member] === result[member])) return true;
  const identity = identityOf(sent);
  const received = toIdentity(result);
  const isRefused = result.status === "invalid_row";
  return bothMembers.every((member) => {
    const isSame = identity[member] === received[member] || received[member] === "";
    const isShort = isRefused && isShortened(identity[member], received[member]);
    return isSame || isShort || isUnprintable(user?.[member]);
  });
}

/** True if a result can be that of a user, by `externalUserId` and email as far as it names them. */
export function isResultOf(user: UserInput, result: LooseResult): boolean {
  return isOf(toSentUser(user), result);
}

// A value that is neither a text nor a number may come back in any form.
function isUnprintable(value: unknown): boolean {
  return !["undefined", "string", "number"].includes(typeof (value ?? undefined));
}

const minShortenedLength = 64;
const notStored = /[\u0000-\u001F\u007F\uFFFD]|\p{Cs}/gu;

// A server may return an invalid value without control characters, or cut off.
function isShortened(sent: string, received: string): boolean {
  const [whole, part] = [sent.replace(notStored, ""), received.replace(notStored, "")];
  return whole === part || (part.length >= minShortenedLength && whole.startsWith(part));
}
