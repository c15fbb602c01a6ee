// Compares settings for reading a file by their effect.
import { isMended } from "../../csv/read/escaped-texts.ts";
import { toLongRowChoices } from "../../csv/read/fit-records.ts";
import type { TextDamage } from "../../csv/table.ts";
import type { ReadChoices } from "../state.ts";

/** All damages, in the order in which they are repaired. */
export const textDamages: readonly TextDamage[] = ["mojibake", "entities", "bytes", "codes"];

/** True if a file is read alike with both: to leave texts or rows as they are changes nothing. */
export function isReadAlike(one: ReadChoices, other: ReadChoices): boolean {
  return toEffect(one) === toEffect(other);
}

function toEffect({ garbled, longRows = "ask", paddedNumbers = "shown", ...others }: ReadChoices): string {
  const { split, extra } = toLongRowChoices(longRows);
  return JSON.stringify([
    others,
    textDamages.filter((damage) => isMended(garbled, damage)),
    split,
    extra,
    paddedNumbers,
  ]);
}
