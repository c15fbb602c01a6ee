// Writes the API reports: every exported name with its signature, and the declarations that it refers to.
import { join } from "node:path";
import { type Library, openLibrary, type Place } from "./library.ts";

/** One public door. */
export interface Door {
  /** The specifier for importing it. */
  readonly name: string;
  /** The path of its declarations in their folder. */
  readonly entry: string;
}

/** The reports of the doors in the same order, as Markdown. Exports of one door are only named in the reports of others. */
export function toApiReports(folder: string, doors: readonly Door[]): string[] {
  const library = openLibrary();
  const homes = new Map<string, string>();
  // A name of several doors belongs to the last one: the front door comes first and re-exports names of the others.
  for (const { name, entry } of doors) {
    for (const [, place] of library.offers(join(folder, entry))) if (place) homes.set(toKey(place), name);
  }
  return doors.map((door) => toReport(library, folder, door, homes));
}

function toReport(library: Library, folder: string, door: Door, homes: ReadonlyMap<string, string>): string {
  const offers = library.offers(join(folder, door.entry));
  const places = offers.flatMap(([, place]) => place ?? []);
  const { inside, ofOtherDoors } = collect(library, places, homes);
  return [
    `# ${door.name}`,
    "Written by `npm run api`, read by whoever reviews a change of it.",
    toCode(offers.map(([name, place]) => toOffer(library, name, place))),
    ...(inside.length > 0 ? ["## What these names refer to"] : []),
    ...(inside.length > 0 ? [toCode(inside.toSorted(byName).map((place) => library.textOf(place)))] : []),
    ...toSections(ofOtherDoors, (place) => `From \`${homes.get(toKey(place))}\`:`).map(
      ([title, own]) => `${title} ${own.map(({ name }) => `\`${name}\``).join(", ")}.`,
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

// Collects everything that a door's exports refer to, except for what another door exports.
function collect(library: Library, offered: readonly Place[], homes: ReadonlyMap<string, string>) {
  const seen = new Set(offered.map(toKey));
  const open = [...offered];
  const ofOtherDoors: Place[] = [];
  // The array grows during the loop.
  for (const place of open) {
    for (const mention of library.mentionsOf(place).filter((one) => !seen.has(toKey(one)))) {
      seen.add(toKey(mention));
      if (homes.has(toKey(mention))) ofOtherDoors.push(mention);
      else open.push(mention);
    }
  }
  return { inside: open.slice(offered.length), ofOtherDoors };
}

function toOffer(library: Library, name: string, place: Place | null): string {
  if (!place) return `// ${name}, of a package`;
  return place.name === name ? library.textOf(place) : `// ${name}:\n${library.textOf(place)}`;
}

function toSections(places: readonly Place[], toTitle: (place: Place) => string): [string, Place[]][] {
  const sections = new Map<string, Place[]>();
  for (const place of places.toSorted(byName)) {
    const title = toTitle(place);
    sections.set(title, [...(sections.get(title) ?? []), place]);
  }
  return [...sections].sort(([one], [other]) => (one < other ? -1 : 1));
}

function toCode(texts: readonly string[]): string {
  return `\`\`\`ts\n${texts.join("\n\n")}\n\`\`\``;
}

// By name first, because the place of a file is not part of the public API.
function byName(one: Place, other: Place): number {
  const [first, second] = [`${one.name} ${one.file}`, `${other.name} ${other.file}`];
  return first < second ? -1 : 1;
}

function toKey({ file, name }: Place): string {
  return `${file} ${name}`;
}
