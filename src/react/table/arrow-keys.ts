"use client";
// Makes a table one stop of the Tab key, inside of which the arrow keys move.
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";

/** The props of a table with arrow keys. Everything inside that takes focus has `tabIndex={-1}`. */
export interface ArrowKeys {
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLTableElement>) => void;
}

const stop = '[tabindex="0"]';
const control = "button:not(:disabled)";
// What a person probably comes for: the first cell to correct.
const firstStops = [`[data-marked="true"]:not(:disabled)`, control, "[tabindex]:not(:disabled)"];

/** The place that Tab reaches is where focus was last; at first, the first cell to correct, or the first button. */
export function useArrowKeys(): ArrowKeys {
  const table = useRef<HTMLTableElement>(null);
  const isVisited = useRef(false);
  // After every render, as rows and buttons come and go.
  useLayoutEffect(() => {
    if (table.current) keepOneStop(table.current, isVisited.current);
  });
  return {
    ref: table,
    onKeyDown: moveFocus,
    onFocus({ currentTarget, target }) {
      isVisited.current = true;
      if (target.hasAttribute("tabindex")) setStop(currentTarget, target);
    },
  };
}

function keepOneStop(table: HTMLTableElement, isVisited: boolean): void {
  const now = table.querySelector(stop);
  if (now && isVisited && !now.matches(":disabled")) return;
  // A cell that is being edited is the stop.
  if (table.querySelector("input")) return;
  const first = firstStops.map((selector) => table.querySelector(selector)).find((element) => element !== null);
  if (first) setStop(table, first);
}

function setStop(table: HTMLTableElement, element: Element): void {
  for (const former of table.querySelectorAll(stop)) former.setAttribute("tabindex", "-1");
  element.setAttribute("tabindex", "0");
}

function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const { currentTarget: table, target, key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (altKey || metaKey || shiftKey || !(target instanceof HTMLElement) || target.matches("input")) return;
  const next = nextStop(table, target, toStep(key, table), ctrlKey);
  if (!next) return;
  // Otherwise the box would scroll, too.
  event.preventDefault();
  next.focus();
}

type Step = "left" | "right" | "up" | "down" | "first" | "last" | null;

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

function toStep(key: string, table: HTMLElement): Step {
  const step = steps[key] ?? null;
  const isSideways = step === "left" || step === "right";
  if (!isSideways || getComputedStyle(table).direction !== "rtl") return step;
  return step === "left" ? "right" : "left";
}

function nextStop(table: HTMLTableElement, from: HTMLElement, step: Step, isFar: boolean): HTMLElement | null {
  const cell = from.closest<HTMLTableCellElement>("th, td");
  const row = cell?.closest("tr");
  if (!cell || !row || !step) return null;
  if (step === "up" || step === "down")
    return nextInColumn(table, row.rowIndex, cell.cellIndex, step === "up" ? -1 : 1);
  const stops = isFar ? [...table.rows].flatMap(stopsInRow) : stopsInRow(row);
  if (step === "first") return stops[0] ?? null;
  if (step === "last") return stops.at(-1) ?? null;
  const place = stops.indexOf(from);
  return (step === "left" ? stops[place - 1] : stops[place + 1]) ?? null;
}

// The next row with a stop in the same column.
function nextInColumn(table: HTMLTableElement, row: number, column: number, step: 1 | -1): HTMLElement | null {
  for (let index = row + step; index >= 0; index += step) {
    const cells = table.rows[index]?.cells;
    if (!cells) return null;
    const found = cells[column] && stopsIn(cells[column])[0];
    if (found) return found;
  }
  return null;
}

function stopsInRow({ cells }: HTMLTableRowElement): HTMLElement[] {
  return [...cells].flatMap(stopsIn);
}

// The controls of a cell, or else the cell itself, where it takes focus.
function stopsIn(cell: HTMLTableCellElement): HTMLElement[] {
  const inside = [...cell.querySelectorAll<HTMLElement>(`${control}, [tabindex]:not(:disabled)`)];
  return inside.length === 0 && cell.hasAttribute("tabindex") ? [cell] : inside;
}
