// Reads the JSON body of an import in slices, so that no body keeps other requests waiting.
import { maxBodyBytes } from "../../src/contract/import.ts";
import { createPauses, inSlices } from "../import/time-slices.ts";
import { type BodyScan, createBodyScan } from "./body-scan.ts";
import { createTurns } from "./body-turns.ts";
import { Refusal } from "./responses.ts";

/** A body that did not arrive in time. */
export class BodyTooLateError extends Error {
  override readonly name = "BodyTooLateError";
}

/** How many bodies are read at a time, and for how long. */
interface BodyLimits {
  readonly maxBodies: number;
  /** Milliseconds. */
  readonly maxBodyTime: number;
}

/**
 * Reads the body as JSON.
 *
 * @throws Refusal for a body that is too large, too deep, or no JSON in UTF-8, and where too many arrive at once.
 * @throws BodyTooLateError
 */
export type BodyReader = (request: Request) => Promise<unknown>;

// Milliseconds: bodies that come at once, but fast, wait for each other.
const maxTurnWait = 1_000;

/** Creates the reader of one backend: whoever sends slowly must not fill the memory. */
export function createBodyReader({ maxBodies, maxBodyTime }: BodyLimits): BodyReader {
  const turns = createTurns(maxBodies, maxTurnWait);
  return async (request) => {
    if (!(await turns.take())) throw new Refusal("unavailable", "Too many bodies arrive at once.");
    try {
      return await readJsonBody(request, maxBodyTime);
    } finally {
      turns.giveBack();
    }
  };
}

async function readJsonBody(request: Request, maxTime: number): Promise<unknown> {
  const scan = createBodyScan();
  const bytes = await readBytes(request, scan, maxTime).catch((error: unknown) => {
    const isOurs = error instanceof Refusal || error instanceof BodyTooLateError;
    throw isOurs ? error : new Refusal("malformed", "The body broke off.");
  });
  try {
    return await parseBody(bytes, scan);
  } catch {
    throw new Refusal("malformed", "The body must be JSON in UTF-8.");
  }
}

// Content-Length may be missing or wrong, so the bytes themselves are counted.
async function readBytes(request: Request, scan: BodyScan, maxTime: number): Promise<Uint8Array> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBodyBytes) throw tooLarge();
  // Firefox has no stream for a request's body; in a service worker the body is in memory already.
  if (request.body === undefined) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    await scanInSlices(bytes, scan, 0);
    return bytes;
  }
  const reader = request.body?.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BodyTooLateError()), maxTime);
  });
  try {
    return await Promise.race([readChunks(reader, scan), deadline]);
  } catch (error) {
    void reader?.cancel().catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function readChunks(reader: Reader | undefined, scan: BodyScan): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    await scanInSlices(read.value, scan, length);
    length += read.value.length;
    chunks.push(read.value);
  }
  return join(chunks, length);
}

const bytesPerStep = 64 * 1024;

async function scanInSlices(bytes: Uint8Array, scan: BodyScan, before: number): Promise<void> {
  if (before + bytes.length > maxBodyBytes) throw tooLarge();
  const pause = createPauses();
  for (let at = 0; at < bytes.length; at += bytesPerStep) {
    scan.read(bytes.subarray(at, at + bytesPerStep));
    await pause();
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooLarge(): Refusal {
  return new Refusal("payload-too-large", `The body may have at most ${maxBodyBytes / 1024 / 1024} MiB.`);
}

// Parsed as a whole, a large body would take as long as a whole import.
async function parseBody(bytes: Uint8Array, scan: BodyScan): Promise<unknown> {
  const places = scan.users();
  if (places === null) return JSON.parse(decode(bytes));
  const { start, commas, end } = places;
  if (end < 0) throw new SyntaxError("The list of users does not end.");
  const around = JSON.parse(decode(join([bytes.subarray(0, start), bytes.subarray(end)], start + bytes.length - end)));
  // A byte order mark is ignored at the start of the body, and nowhere else.
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const parse = (from: number, to: number) => JSON.parse(utf8.decode(bytes.subarray(from, to)));
  const isEmpty = commas.length === 0 && /^[ \t\r\n]*$/.test(decode(bytes.subarray(start, end)));
  const starts = isEmpty ? [] : [start, ...commas.map((comma) => comma + 1)];
  around.users = await inSlices(starts, (from, index) => parse(from, commas[index] ?? end));
  return around;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
