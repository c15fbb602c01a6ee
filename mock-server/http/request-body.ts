// The body of a POST: capped before it is parsed, JSON, and the envelope around the users.
import { maxBodyBytes, maxSourceNameLength, maxUsersPerImport } from "../../src/contract/import.ts";
import { importRequestSchema } from "../../src/contract/import-request.ts";
import { hasControlCharacter, trimText } from "../../src/contract/text.ts";
import { nextTask } from "../import/time-slices.ts";
import { Refusal } from "./responses.ts";

/** The envelope of an import; the users are judged later, one by one. */
export interface Envelope {
  readonly sourceName: string;
  readonly users: readonly unknown[];
}

/**
 * Reads and checks the body.
 *
 * @throws Refusal for a body that is too large, no JSON, or no import.
 */
export async function readEnvelope(request: Request): Promise<Envelope> {
  requireJson(request.headers.get("Content-Type"));
  const bytes = await readBytes(request).catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal("malformed", "The body broke off.");
  });
  await nextTask();
  const body = parseJson(bytes);
  await nextTask();
  return toEnvelope(body);
}

// JSON is UTF-8 (RFC 8259, section 8.1); another charset would be misread silently.
function requireJson(contentType: string | null): void {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (!/^application\/(?:json|[\w.!#$&^-]+\+json)$/.test(type.trim()) || !isUtf8) {
    throw new Refusal("unsupported-media-type", "Send the users as application/json in UTF-8.");
  }
}

// Content-Length may be missing or wrong, so the bytes themselves are counted.
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBodyBytes) throw tooLarge();
  // Firefox has no stream for a request's body; what reaches a service worker is in memory already.
  if (request.body === undefined) return withinLimit(new Uint8Array(await request.arrayBuffer()));
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > maxBodyBytes) {
      void reader?.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  return join(chunks, length);
}

function withinLimit(bytes: Uint8Array): Uint8Array {
  if (bytes.length > maxBodyBytes) throw tooLarge();
  return bytes;
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

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal("malformed", "The body must be JSON in UTF-8.");
  }
}

function toEnvelope(body: unknown): Envelope {
  const users =
    typeof body === "object" && body !== null && Object.hasOwn(body, "users") ? (body as Envelope).users : [];
  if (Array.isArray(users) && users.length > maxUsersPerImport) {
    throw new Refusal("too-many-users", `At most ${maxUsersPerImport} users in one request.`, [
      { pointer: "/users", code: "too_many" },
    ]);
  }
  const checked = importRequestSchema.safeParse(body);
  if (!checked.success)
    throw invalid(checked.error.issues.map(({ path, code }) => ({ pointer: toPointer(path), code })));
  const sourceName = trimText(checked.data.sourceName);
  if (sourceName === "") throw invalid([{ pointer: "/sourceName", code: "required" }]);
  if (hasControlCharacter(sourceName)) throw invalid([{ pointer: "/sourceName", code: "control_character" }]);
  return { sourceName, users: checked.data.users };
}

function invalid(errors: Refusal["errors"]): Refusal {
  const detail = `Send {"sourceName", "users"}: a name of 1 to ${maxSourceNameLength} characters and at least one user.`;
  return new Refusal("invalid-request", detail, errors);
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step)}`).join("");
}
