"use client";
// Gives every part of the card its texts, formatters, class names and heading level.
import { createContext, useContext } from "react";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";
import type { CardComponents } from "./card-components.ts";

/** Texts and formatters of one card. */
export interface CardTexts {
  readonly messages: Messages;
  readonly format: Format;
}

export interface CardContext extends CardTexts {
  readonly slotClass: (slot: Slot) => string;
  /** Level of the card's title; the headings of the steps are one level deeper. */
  readonly headingLevel: HeadingLevel;
  readonly appName: string | null;
  /** Parts that the host replaces. */
  readonly components: Partial<CardComponents>;
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export const CardContext = createContext<CardContext | null>(null);

/** The context of the surrounding card. @throws Error outside of a card. */
export function useCard(): CardContext {
  const card = useContext(CardContext);
  if (!card) throw new Error("This part belongs inside <ImportExistingUsers>.");
  return card;
}

/** The slots of `classNames`, each with our own class, which its elements always keep. */
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

/** Class names to add to slots; they never replace ours. */
export type ClassNames = Partial<Record<Slot, string>>;

/** Joins our class of a slot and the host's. */
export function toSlotClass(slot: Slot, classNames: ClassNames | undefined): string {
  const extra = classNames?.[slot];
  return extra ? `${slots[slot]} ${extra}` : slots[slot];
}
