// Changes the settings for damaged texts and long rows, one at a time.
import { damageChoice } from "../../csv/read/escaped-texts.ts";
import { toLongRowChoices } from "../../csv/read/fit-records.ts";
import type { LongRowChoices, TextDamage } from "../../csv/table.ts";
import { textDamages } from "../../importer/review/read-choices.ts";
import type { ReadChoices } from "../../importer/state.ts";

/** Settings in which this damage is repaired, kept, or open (null). The others stay as they are. */
export function withDamageChoice(
  choices: ReadChoices,
  damage: TextDamage,
  choice: "keep" | "mend" | null,
): Pick<ReadChoices, "garbled"> {
  const chosen = textDamages.flatMap((one) => {
    const kept = one === damage ? choice : damageChoice(choices.garbled, one);
    return kept ? [[one, kept] as const] : [];
  });
  return { garbled: Object.fromEntries(chosen) };
}

/** What was chosen for long rows; a kind left out is open. */
export function longRowChoices({ longRows }: ReadChoices): LongRowChoices {
  return longRows === undefined || typeof longRows === "object" ? { ...longRows } : toLongRowChoices(longRows);
}

/** Settings in which one kind of long rows is treated like this, or is open (null). The other kind stays as it is. */
export function withLongRowChoice<Kind extends keyof LongRowChoices>(
  choices: ReadChoices,
  kind: Kind,
  choice: NonNullable<LongRowChoices[Kind]> | null,
): Pick<ReadChoices, "longRows"> {
  const { [kind]: _, ...other } = longRowChoices(choices);
  return { longRows: choice === null ? other : { ...other, [kind]: choice } };
}
