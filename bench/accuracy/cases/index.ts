// All cases, by category; the order of the categories is the order of the table.

import type { Case } from "../case.ts";
import type { Sheet } from "../make/sheet.ts";
import { caseOf } from "../make/sheet.ts";
import { breakages } from "./breakages.ts";
import { databases } from "./databases.ts";
import { dates } from "./dates.ts";
import { desktop } from "./desktop.ts";
import { encodings } from "./encodings.ts";
import { identity } from "./identity.ts";
import { kinds } from "./kinds.ts";
import { languages } from "./languages.ts";
import { plain } from "./plain.ts";
import { refusals } from "./refusals.ts";
import { shops } from "./shops.ts";
import { traps } from "./traps.ts";

export type Catalogue = Readonly<Record<string, readonly Sheet[]>>;

const catalogue: Catalogue = {
  "guide and aliases": plain,
  "identity providers": identity,
  "shops and lists": shops,
  "database dumps": databases,
  "desktop detours": desktop,
  languages,
  encodings,
  breakages,
  traps,
  dates,
  "kinds of damage and doubt": kinds,
};

export function allCases(seed: number): Case[] {
  return [...casesOf(catalogue, seed), ...refusals];
}

export function casesOf(sheets: Catalogue, seed: number): Case[] {
  return Object.entries(sheets).flatMap(([category, list]) => list.map((sheet) => caseOf(category, sheet, seed)));
}
