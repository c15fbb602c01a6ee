// Documents every prop of the card from its own declarations: react-docgen does not follow types into other files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "rolldown/utils";
import type { Plugin } from "vite";

/** One prop as it is shown. */
export interface PropDoc {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  /** Empty where there is none. */
  readonly defaultValue: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Member extends Node {
  readonly key: { readonly name: string };
  readonly typeAnnotation: { readonly typeAnnotation: Node };
}

interface Interface extends Node {
  readonly id: { readonly name: string };
  readonly body: { readonly body: readonly Member[] };
}

const root = join(import.meta.dirname, "..");

// The interfaces that the card's props consist of, and the members that each leaves out.
const sources: readonly (readonly [file: string, interfaces: readonly string[], without: readonly string[]])[] = [
  ["src/react/ImportExistingUsers.tsx", ["AppProps", "ClientProps", "SharedProps"], []],
  ["src/react/use-importer.ts", ["ImporterOptions"], ["client"]],
  ["src/importer/importer.ts", ["ImporterOptions"], ["client", "prepare", "memory", "now", "newKey", "offersDryRun"]],
];

/** Every prop of the card, each once, in the order of its declarations. */
export function readPropDocs(): PropDoc[] {
  const all = sources.flatMap(([file, interfaces, without]) =>
    membersOf(file, interfaces).filter(({ name }) => !without.includes(name)),
  );
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
}

function membersOf(file: string, interfaces: readonly string[]): PropDoc[] {
  const text = readFileSync(join(root, file), "utf8");
  const { program, comments } = parseSync(file, text);
  const statements = program.body as unknown as (Node & { readonly declaration?: Node | null })[];
  const declared = statements
    .map((statement) => (statement.declaration ?? statement) as Interface)
    .filter(({ type, id }) => type === "TSInterfaceDeclaration" && interfaces.includes(id.name));
  const sorted = declared.toSorted((one, other) => interfaces.indexOf(one.id.name) - interfaces.indexOf(other.id.name));
  return sorted.flatMap(({ body }) => body.body.map((member) => toPropDoc(member, text, comments)));
}

function toPropDoc(member: Member, text: string, comments: readonly (Node & { readonly value: string })[]): PropDoc {
  const above = comments.find(({ end }) => end < member.start && text.slice(end, member.start).trim() === "");
  const said = above ? above.value.replace(/^\s*\*+ ?/gm, "").trim() : "";
  const [description = "", defaultValue = ""] = said.split(/\s*@default\s+/);
  const { start, end } = member.typeAnnotation.typeAnnotation;
  const type = text.slice(start, end).replace(/ \| undefined$/, "");
  return { name: member.key.name, description: description.trim(), type, defaultValue };
}

const id = "virtual:prop-docs";

/** Gives the stories `virtual:prop-docs`: Storybook's `argTypes`. */
export function propDocs(): Plugin {
  return {
    name: "prop-docs",
    resolveId: (name) => (name === id ? `\0${id}` : null),
    load: (name) => (name === `\0${id}` ? `export const propDocs = ${JSON.stringify(toArgTypes())};` : null),
  };
}

// A union of a few string literals is shown as a choice.
function toControl(type: string): object {
  const words = type.split(" | ").map((word) => /^"(\w+)"$/.exec(word)?.[1]);
  return words.length > 1 && words.every(Boolean) ? { control: "inline-radio", options: words } : {};
}

function toArgTypes() {
  const entries = readPropDocs().map(({ name, description, type, defaultValue }) => [
    name,
    {
      name,
      description,
      ...toControl(type),
      table: { type: { summary: type }, ...(defaultValue && { defaultValue: { summary: defaultValue } }) },
    },
  ]);
  return Object.fromEntries(entries);
}
