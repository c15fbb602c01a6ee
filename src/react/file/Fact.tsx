"use client";
// Shows one fact about how a file was read, with a select to change it.
import { type ReactElement, useId } from "react";
import type { SelectPartProps } from "../context/card-components.ts";
import { Select } from "../controls/Field.tsx";

interface FactProps extends SelectPartProps {
  readonly label: string;
  readonly reason: string;
  readonly sample?: string | null;
}

export function Fact({ label, reason, sample = null, ...select }: FactProps): ReactElement {
  const id = useId();
  return (
    <div className="ieu-fact">
      <label className="ieu-fact-label" htmlFor={id}>
        {label}
      </label>
      <Select id={id} aria-describedby={`${id}-reason`} {...select} />
      <p id={`${id}-reason`} className="ieu-hint">
        {reason}
        {sample && <bdi className="ieu-fact-sample">{sample}</bdi>}
      </p>
    </div>
  );
}
