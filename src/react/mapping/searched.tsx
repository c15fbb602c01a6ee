"use client";
// Searches a file for offers once the preview was painted; until then a few of its rows tell how much space to keep for them.
import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from "react";
import { finishSteps, type Steps } from "../../csv/rows/steps.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { Review } from "../../importer/state.ts";
import { searchAfterPaint } from "../hooks/search-after-paint.ts";

/** What a search found. */
export interface Searched<Found> {
  readonly found: Found;
  /** True while it is a guess from a few rows, for which only space is kept. */
  readonly isExpected: boolean;
}

/** What is searched, and when it is searched anew. */
export interface FileSearch<Found> {
  readonly review: Review;
  /** What the findings are about, such as columns: those about others are not shown meanwhile. */
  readonly about: readonly (number | boolean | null)[];
  /** Whatever else changes the findings: those of before stay until they are replaced. */
  readonly depends?: unknown;
  readonly search: (table: CsvTable) => Steps<Found>;
  readonly isNothing: (found: Found) => boolean;
}

interface Result<Found> {
  readonly table: CsvTable;
  readonly about: string;
  readonly found: Found;
}

/** Searches a short file at once, and a longer one in short tasks after the paint. */
export function useSearched<Found>(options: FileSearch<Found>): Searched<Found> {
  const { review, depends, search, isNothing } = options;
  const { table } = review;
  const about = options.about.join();
  const isShort = table.records.length <= rowsPerWay * 2;
  const [result, setResult] = useState<Result<Found> | null>(null);
  const isCurrent = (one: Result<Found> | null) => one?.table === table && one.about === about;
  const isFound = isCurrent(result);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the search is another function each time, and a guess is not renewed
  const guess = useMemo(
    () => (isFound ? null : finishSteps(search(isShort ? table : firstLook(review)))),
    [isFound, table, about, isShort && depends],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `depends` stands for what the search reads
  useEffect(() => {
    if (isShort) return;
    const isSame = (found: Found) => guess !== null && isNothing(guess) && isNothing(found);
    return searchAfterPaint(
      () => search(table),
      (found) => setResult((before) => (!isCurrent(before) && isSame(found) ? before : { table, about, found })),
    );
  }, [table, about, isShort, depends]);
  if (isFound && result) return { found: result.found, isExpected: false };
  return { found: guess as Found, isExpected: !isShort };
}

// Each way of choosing rows takes up to so many: quick enough for one frame, and enough to tell a habit from a single mistake.
const rowsPerWay = 50;

/** The first rows of a file, some from all over it, and the first ones with a wrong email or date; the same for all searches. */
function firstLook({ table, rows }: Pick<Review, "table" | "rows">): CsvTable {
  const known = looks.get(rows);
  if (known) return known;
  const { records } = table;
  const places = new Set<number>();
  for (let way = 0; way < rowsPerWay; way += 1) {
    places.add(way).add(Math.floor((way * records.length) / rowsPerWay));
  }
  for (const place of wrongRows(rows, ({ field }) => field === "email")) places.add(place);
  for (const place of wrongRows(rows, ({ code }) => code === "invalid_date")) places.add(place);
  const chosen = [...places].sort((a, b) => a - b);
  const look = { ...table, records: chosen.flatMap((place) => records[place] ?? []) };
  looks.set(rows, look);
  return look;
}

const looks = new WeakMap<Review["rows"], CsvTable>();

type Issue = Review["rows"][number]["issues"][number];

function wrongRows(rows: Review["rows"], isSought: (issue: Issue) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < rows.length && places.length < rowsPerWay; place += 1) {
    const row = rows[place];
    if (row?.user === null && row.issues.some(isSought)) places.push(place);
  }
  return places;
}

// No box of its own: offers stand in the grid of their field.
const shown = { display: "contents" } as const;
const kept = { ...shown, visibility: "hidden" } as const;

/** Shows what was found, and keeps the space of what is only expected. */
export function Found({
  isExpected,
  children,
}: Pick<Searched<unknown>, "isExpected"> & { readonly children: ReactNode }): ReactElement {
  return (
    <div style={isExpected ? kept : shown} aria-hidden={isExpected || undefined}>
      {children}
    </div>
  );
}
