"use client";
// What every part of the card may ask for: words, formats, class names, heading levels.
import { createContext, useContext } from "react";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";
import type { Slot } from "./class-names.ts";

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
