// Makes the request of a batch of deltas: its name, its key, and what is needed to find it again after a crash.
import type { Timing } from "../../client/clock.ts";
import type { ImportClient, ImportRecovery } from "../../client/import-client.ts";
import { type ListedBefore, readListedBefore } from "../../client/sources-since.ts";
import type { ImportRequest } from "../../contract/import.ts";
import { toMembers } from "../../contract/read-json.ts";
import type { SourceList } from "../../contract/source.ts";
import { toHash } from "../run/sent-users.ts";
import { createDeltaNames } from "./delta-names.ts";
import type { Delta, DeltaQueue } from "./delta-queue.ts";

/** A batch as it is sent, and sent again. */
export interface DeltaRequest {
  readonly request: ImportRequest;
  readonly idempotencyKey: string;
  /** True when the server listed idempotency keys before the batch was first sent. */
  readonly isRepeatable: boolean;
  /** For servers without keys: what the list showed before the batch was first sent. */
  readonly listed: ListedBefore;
  /** True once it was sent, by this process or by one that has ended, and no answer came. */
  wasSent: boolean;
  /** How often it was answered with something that is no response to an import. */
  unreadable: number;
}

/** What requests are made with. */
export interface DeltaRequestSetup {
  readonly client: ImportClient;
  readonly queue: DeltaQueue;
  readonly name: string;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** Makes the request of each batch once. Rejects when the list of sources or the queue does; nothing is sent then. */
export function createDeltaRequests(setup: DeltaRequestSetup): (batch: readonly Delta[]) => Promise<DeltaRequest> {
  const { client, queue, name, timing, signal } = setup;
  const known = new WeakMap<readonly Delta[], DeltaRequest>();
  const toName = createDeltaNames(name);
  const readPage = (cursor: string | undefined): Promise<SourceList> => client.listSources({ signal, cursor });

  async function prepare(batch: readonly Delta[]): Promise<DeltaRequest> {
    const users = batch.map((delta) => delta.user);
    const hash = await toDeltaHash(name, batch);
    const note = (batch[0]?.attempt ?? 1) > 1 ? parseNote((await queue.readNote?.(hash)) ?? null) : null;
    const firstPage = await readPage(undefined);
    const hasKeys = firstPage.extensions.includes("idempotencyKey");
    if (note) return { ...toRequest(note, hash, batch), wasSent: !(note.isRepeatable && hasKeys) };
    const sourceName = await toName(timing.now(), readPage, firstPage);
    const listed = hasKeys ? { before: null } : await readListedBefore(readPage, sourceName, firstPage);
    const made: DeltaNote = { sourceName, isRepeatable: hasKeys, ...listed };
    await queue.writeNote?.(hash, JSON.stringify(made));
    return { ...toRequest(made, hash, batch), request: { sourceName, users } };
  }

  return async (batch) => {
    const made = known.get(batch) ?? (await prepare(batch));
    known.set(batch, made);
    return made;
  };
}

/** How the saved source of a request is recognised; undefined where its key suffices. */
export function toDeltaRecovery({ isRepeatable, listed, wasSent }: DeltaRequest): ImportRecovery | undefined {
  if (isRepeatable && !wasSent) return undefined;
  return { ...(isRepeatable ? { before: null } : listed), sentEarlier: wasSent };
}

/** The SHA-256 of a batch: the same for the same deltas in every process. */
function toDeltaHash(name: string, batch: readonly Delta[]): Promise<string> {
  const content = [name, batch.map((delta) => delta.id), batch.map((delta) => delta.user)];
  return toHash(new TextEncoder().encode(JSON.stringify(content)));
}

/** What is stored of a batch before it is first sent. */
interface DeltaNote extends ListedBefore {
  readonly sourceName: string;
  readonly isRepeatable: boolean;
}

function toRequest({ sourceName, isRepeatable, before, newest }: DeltaNote, hash: string, batch: readonly Delta[]) {
  const request = { sourceName, users: batch.map((delta) => delta.user) };
  const idempotencyKey = `delta-${hash}`;
  return { request, idempotencyKey, isRepeatable, listed: { before, newest }, wasSent: false, unreadable: 0 };
}

function parseNote(text: string | null): DeltaNote | null {
  if (text === null) return null;
  const { sourceName, isRepeatable, before, newest } = toMembers(JSON.parse(text)) ?? {};
  if (typeof sourceName !== "string") return null;
  const listed = { before: isTexts(before) ? before : null, newest: isTexts(newest) ? newest : undefined };
  return { sourceName, isRepeatable: isRepeatable === true, ...listed };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
