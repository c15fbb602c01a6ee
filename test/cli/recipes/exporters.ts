// Prints sample users as `mysql` and `mongoexport` write them: `node exporters.ts mysql --batch ...`.
import process from "node:process";
import { documents, type Row, rows } from "./samples.ts";

const [program, ...args] = process.argv.slice(2);
const has = (flag: string) => args.some((arg) => arg === flag || arg.startsWith(`${flag}=`));
const readFlag = (flag: string) => args.find((arg) => arg.startsWith(`${flag}=`))?.slice(flag.length + 1) ?? "";
process.stdout.write(program === "mysql" ? writeMysql() : writeMongoexport());

function writeMysql(): string {
  const isJson = readFlag("--execute").includes("json_object(");
  const columns = isJson ? ["json_object(...)"] : ["user_id", "email", "name", "registration_date"];
  const table = rows.map((row) => (isJson ? [toMysqlJson(row)] : toCells(row)));
  const lines = table.map((cells) => cells.map(toBatchText).join("\t"));
  return [...(has("--skip-column-names") ? [] : [columns.join("\t")]), ...lines, ""].join("\n");
}

function toCells({ id, email, name, createdAt }: Row): (string | null)[] {
  return [id, email, name, createdAt];
}

// With a blank after colons and commas, members sorted by length and then by name.
function toMysqlJson({ id, email, name, createdAt }: Row): string {
  const members = { name, email, externalUserId: id, registrationDate: createdAt };
  const texts = Object.entries(members).map(([member, value]) => `${JSON.stringify(member)}: ${JSON.stringify(value)}`);
  return `{${texts.join(", ")}}`;
}

// Without `--raw` a NUL, a tab, a line break and a backslash are escaped. Quotation marks never are.
function toBatchText(value: string | null): string {
  if (value === null) return "NULL";
  const escapes: Readonly<Record<string, string>> = { "\0": "\\0", "\t": "\\t", "\n": "\\n", "\\": "\\\\" };
  return has("--raw") ? value : value.replace(/[\0\t\n\\]/g, (character) => escapes[character] ?? character);
}

function writeMongoexport(): string {
  const fields = readFlag("--fields").split(",");
  if (!has("--type"))
    return documents(process.env.EXTENDED_JSON === "canonical")
      .map(toLine)
      .join("");
  const lines = documents(false).map((document) => fields.map((path) => toCsvText(readPath(document, path))).join(","));
  return [fields.join(","), ...lines, ""].join("\n");
}

function toLine(document: object): string {
  return `${JSON.stringify(document)}\n`;
}

// Ids as `ObjectId(...)`, dates in ISO form, anything missing as nothing.
function readPath(document: unknown, path: string): string {
  let value = document;
  for (const step of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[step];
  if (typeof value !== "object" || value === null) return value === undefined || value === null ? "" : String(value);
  const { $oid, $date } = value as { $oid?: string; $date?: string };
  return $oid === undefined ? String($date) : `ObjectId(${$oid})`;
}

// As Go's package encoding/csv.
function toCsvText(text: string): string {
  const needsQuotes = text === "\\." || /["\r\n,]|^\s/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
