"use client";
// Renders text fields, selects and progress bars: native ones, or those of the host.
import type { ReactElement } from "react";
import type { InputPartProps, ProgressPartProps, SelectPartProps } from "../context/card-components.ts";
import { useCard } from "../context/card-context.ts";

/** A text field. */
export function Input({ className, inputRef, ...rest }: InputProps): ReactElement {
  const { slotClass, components } = useCard();
  const { Input: Part = "input" } = components;
  const name = className ? `${className} ${slotClass("input")}` : slotClass("input");
  return <Part ref={inputRef} className={name} {...rest} />;
}

interface InputProps extends Omit<InputPartProps, "ref"> {
  readonly inputRef?: InputPartProps["ref"];
}

/** A select, from pairs of value and label. */
export function Select(props: SelectPartProps): ReactElement {
  const { slotClass, components } = useCard();
  const { Select: Part = NativeSelect } = components;
  return <Part className={slotClass("select")} {...props} />;
}

function NativeSelect({ options, onChoose, ...rest }: SelectPartProps): ReactElement {
  return (
    <select onChange={(event) => onChoose(event.target.value)} {...rest}>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** A progress bar. */
export function Progress(props: ProgressPartProps): ReactElement {
  const { slotClass, components } = useCard();
  const { Progress: Part = "progress" } = components;
  return <Part className={slotClass("progress")} {...props} />;
}
