"use client";
// What every part of the card may ask for: words, formats, class names, heading levels.
import { createContext, useContext } from "react";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface CardContext {
  readonly messages: Messages;
  readonly format: Format;
  readonly slotClass: (slot: Slot) => string;
  /** Level of the card's title; the steps' headings are one deeper. */
  readonly headingLevel: HeadingLevel;
  readonly appName: string | null;
}

export const CardContext = createContext<CardContext | null>(null);

/** The card around this part. @throws Error outside of one. */
export function useCard(): CardContext {
  const card = useContext(CardContext);
  if (!card) throw new Error("This part belongs inside <ImportExistingUsers>.");
  return card;
}

/** The slots of `classNames`; each element also keeps our own class `ieu-...`. */
export const slots = {
  header: "ieu-header",
  title: "ieu-title",
  section: "ieu-section",
  heading: "ieu-heading",
  button: "ieu-button",
  input: "ieu-input",
  select: "ieu-select",
  zone: "ieu-zone",
  facts: "ieu-facts",
  notice: "ieu-notice",
  mapping: "ieu-mapping",
  chip: "ieu-chip",
  status: "ieu-status",
  tableBox: "ieu-table-box",
  table: "ieu-table",
  bar: "ieu-bar",
  footer: "ieu-footer",
  progress: "ieu-progress",
  source: "ieu-source",
  dialog: "ieu-dialog",
} as const;

export type Slot = keyof typeof slots;

/** Class names added to slots; they never replace ours. */
export type ClassNames = Partial<Record<Slot, string>>;

/** Joins our class of a slot with the host's. */
export function toSlotClass(slot: Slot, classNames: ClassNames | undefined): string {
  const extra = classNames?.[slot];
  return extra ? `${slots[slot]} ${extra}` : slots[slot];
}
