"use client";
// Renders toggle chips with counts that filter the rows of a table.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { Icon, type IconName } from "../controls/Icon.tsx";

export interface Chip<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Label and count in one, in place of both. */
  readonly text?: string;
  readonly title?: string;
  readonly count: number;
  readonly icon?: IconName;
  readonly tone?: string;
}

export interface FilterChipsProps<Value extends string> {
  readonly label: string;
  readonly chips: readonly Chip<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  /** `tiles`: larger, with the number in the foreground. `titled`: with the label in front, for all to see. */
  readonly look?: "tiles" | "titled";
}

export function FilterChips<Value extends string>(props: FilterChipsProps<Value>): ReactElement {
  const { format, slotClass } = useCard();
  return (
    <fieldset className="ieu-chips" data-look={props.look}>
      <legend className="ieu-hidden">{props.label}</legend>
      {props.look === "titled" && (
        <span className="ieu-chips-title" aria-hidden="true">
          {props.label}
        </span>
      )}
      {props.chips.map(({ value, label, text, title, count, icon, tone }) => (
        <button
          key={value}
          type="button"
          className={slotClass("chip")}
          data-tone={tone}
          aria-pressed={value === props.chosen}
          disabled={count === 0 && value !== props.chosen}
          onClick={() => props.onChoose(value)}
        >
          {icon && <Icon name={icon} />}
          {text ?? (
            <>
              {/* On the button it would be its description: the status would be said twice. */}
              <span title={title}>{label}</span> <b className="ieu-count">{format.number(count)}</b>
            </>
          )}
        </button>
      ))}
    </fieldset>
  );
}
