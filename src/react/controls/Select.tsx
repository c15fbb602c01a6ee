"use client";
// Renders a native select from pairs of value and label.
import type { ReactElement, SelectHTMLAttributes } from "react";
import { useCard } from "../context/card-context.ts";

export interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange"> {
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

export function Select({ options, onChoose, ...rest }: SelectProps): ReactElement {
  const { slotClass } = useCard();
  return (
    <select className={slotClass("select")} onChange={(event) => onChoose(event.target.value)} {...rest}>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
