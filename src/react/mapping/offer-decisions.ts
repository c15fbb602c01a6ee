// Keeps decisions in offers that change nothing in the review, such as "Leave as it is", as long as the file is chosen.
import { useReducer } from "react";
import type { ChosenFile } from "../../importer/state.ts";

// Not in the state of a component: offers are drawn anew when an import fails and the preview returns.
const decisions = new WeakMap<ChosenFile, Map<string, unknown>>();

/** False after "Leave as it is" in one offer about this file, else null, and a function that takes each decision in it. */
export function useLeaving(
  file: ChosenFile,
  offer: string,
): readonly [false | null, (isWanted: boolean | null) => void] {
  const [left, setLeft] = useOfferDecision<false>(file, offer);
  return [left, (isWanted) => setLeft(isWanted === false ? false : null)];
}

/** The decision in one offer about this file, null while there is none, and a function that changes it. */
export function useOfferDecision<Decision>(
  file: ChosenFile,
  offer: string,
): readonly [Decision | null, (decision: Decision | null) => void] {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const decided = decisions.get(file)?.get(offer);
  return [
    (decided as Decision | undefined) ?? null,
    (decision) => {
      decisions.set(file, new Map(decisions.get(file)).set(offer, decision));
      draw();
    },
  ];
}
