// Looks up names in declaration files: the place of a declaration, its text, and the names it refers to.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DeclaredModule, type Origin, readDeclarations } from "./declarations.ts";

/** A name and the file that declares it. */
export interface Place {
  readonly file: string;
  readonly name: string;
}

/** Declarations that are found through imports and re-exports. */
export interface Library {
  /** The exports of a file, sorted by name; exports of packages have no place. */
  offers(file: string): readonly (readonly [name: string, place: Place | null])[];
  /** The declaration, after comments about names that it uses under another name. */
  textOf(place: Place): string;
  /** The places a declaration refers to, without names of packages and of the language. */
  mentionsOf(place: Place): readonly Place[];
}

/** Opens a library; each file is read once, on demand. */
export function openLibrary(): Library {
  const modules = new Map<string, DeclaredModule>();
  function read(file: string): DeclaredModule {
    const known = modules.get(file) ?? readDeclarations(readFileSync(file, "utf8"));
    modules.set(file, known);
    return known;
  }
  function find({ from, name }: Origin, file: string): Place | null {
    if (from !== null) return from.startsWith(".") ? findExport(name, toDeclarationFile(dirname(file), from)) : null;
    const { declarations, imports, exports } = read(file);
    if (declarations.has(name)) return { file, name };
    const origin = imports.get(name) ?? exports.get(name);
    return origin ? find(origin, file) : null;
  }
  function findExport(name: string, file: string): Place | null {
    const origin = read(file).exports.get(name);
    if (!origin) throw new Error(`${file} does not export ${name}.`);
    return find(origin, file);
  }
  const declarationsOf = ({ file, name }: Place) => read(file).declarations.get(name) ?? [];
  const mentionsOf = (place: Place) =>
    declarationsOf(place).flatMap(({ mentions }) =>
      mentions.flatMap((mention) => {
        const found = find(mention, place.file);
        return found ? [{ found, called: mention.name }] : [];
      }),
    );
  return {
    offers: (file) => [...read(file).exports.keys()].sort().map((name) => [name, findExport(name, file)]),
    textOf(place) {
      const renamed = mentionsOf(place).filter(({ found, called }) => found.name !== called);
      const notes = renamed.map(({ found, called }) => `// ${called} is ${found.name}`);
      return [...new Set(notes), ...declarationsOf(place).map(({ text }) => text)].join("\n");
    },
    mentionsOf: (place) => mentionsOf(place).map(({ found }) => found),
  };
}

// Specifiers in declarations end like those in the sources.
function toDeclarationFile(folder: string, from: string): string {
  const file = join(folder, from).replace(/\.(?:js|tsx?)$/, ".d.ts");
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  return file;
}
