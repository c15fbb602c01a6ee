// JSON and NDJSON to rows: an array whole, lines one at a time.
import { InputError } from "../terminal/cli-errors.ts";
import type { InputOptions } from "./input-options.ts";
import type { Input, InputRow } from "./input-row.ts";
import { createUserReader, unreadableRow } from "./json-user.ts";
import { declaredEncoding, readLines } from "./lines.ts";
import { type OpenFile, readWhole } from "./open-file.ts";

const mostBytes = 128 * 1024 * 1024;

/** Users line by line; how many is not known before the end. */
export async function readNdjson(file: OpenFile, options: InputOptions): Promise<Input> {
  const rows = withFirst(toRows(file, options));
  // What is wrong with all of them shows in the first, before anything is sent.
  await rows.begin(`${file.name} holds no users.`);
  return { format: "ndjson", unit: "line", total: null, notes: ["NDJSON: one user per line"], rows: rows.all };
}

async function* toRows({ bytes }: OpenFile, options: InputOptions): AsyncGenerator<InputRow> {
  const reader = createUserReader(options);
  for await (const { number, text } of readLines(bytes, options.encoding)) {
    const value = text === null ? undefined : parse(text);
    if (text === null) yield unreadableRow(number, "line_too_long");
    else if (value === undefined) yield unreadableRow(number, "not_json", text.trim().slice(0, 200));
    else yield reader.toRow(value, number);
  }
}

function withFirst(rows: AsyncGenerator<InputRow>) {
  let first: InputRow | null = null;
  return {
    async begin(whenEmpty: string) {
      const { value, done } = await rows.next();
      if (done) throw new InputError("no_rows", whenEmpty);
      first = value;
    },
    all: {
      async *[Symbol.asyncIterator]() {
        if (first) yield first;
        yield* rows;
      },
    },
  };
}

/** Users of one array, or of the member `users` of an object, as the API takes it. */
export async function readJson(file: OpenFile, options: InputOptions): Promise<Input> {
  const bytes = await readWhole(file, mostBytes);
  if (bytes === "too_large") {
    throw new InputError(
      "file_too_large",
      `${file.name} is JSON of more than ${mostBytes / 1024 / 1024} MiB, which must be in memory as a whole. One user per line has no such limit: jq -c '.[]' users.json | import-existing-users sync -`,
    );
  }
  const users = toList(parse(new TextDecoder(options.encoding ?? declaredEncoding(bytes)).decode(bytes)), file.name);
  if (users.length === 0) throw new InputError("no_rows", `${file.name} holds no users.`);
  const reader = createUserReader(options);
  const rows = users.map((user, index) => reader.toRow(user, index + 1));
  return { format: "json", unit: "record", total: users.length, notes: [`JSON: ${users.length} users`], rows };
}

function toList(value: unknown, name: string): readonly unknown[] {
  const list = Array.isArray(value) ? value : (value as { users?: unknown } | null | undefined)?.users;
  if (Array.isArray(list)) return list;
  const text =
    value === undefined
      ? "is not valid JSON"
      : 'is JSON, but neither an array of users nor an object with such an array as "users"';
  throw new InputError("not_json", `${name} ${text}. One user per line is --format ndjson.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
