"use client";
// Gives the steps of a card its engine, wherever the host places them.
import { createContext, useContext } from "react";
import type { UseImporter } from "../use-importer.ts";

export interface StepsContext {
  readonly engine: UseImporter;
  /** The most rows of one import. */
  readonly maxRows: number;
  readonly skipInvalid: boolean;
  /** True if Excel workbooks may be chosen, too. */
  readonly readsWorkbooks: boolean;
  /** False until the first file is chosen. */
  readonly hasBegun: boolean;
  /** Another object each time the heading of the saved sources is to take focus. */
  readonly focusSources: object | null;
  readonly setFocusSources: (request: object) => void;
}

export const StepsContext = createContext<StepsContext | null>(null);

/** The engine and settings of the surrounding card. @throws Error outside of a card. */
export function useSteps(): StepsContext {
  const steps = useContext(StepsContext);
  if (!steps) throw new Error("This step belongs inside <ImportExistingUsers>.");
  return steps;
}
