"use client";
// One field of the mapping: its column, what stands there, and how it came to be.
import { type ReactElement, useMemo } from "react";
import type { FieldKey, UserField } from "../contract/fields.ts";
import type { MappingReason } from "../csv/mapping.ts";
import type { CsvTable } from "../csv/table.ts";
import type { Review } from "../importer/state.ts";
import { useCard } from "./context.ts";
import type { Format } from "./format.ts";
import type { Messages } from "./messages.ts";
import { Select } from "./Select.tsx";

export interface MappingLineProps {
  readonly id: string;
  readonly field: UserField;
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onAssign: (field: FieldKey, column: number | null) => void;
}

export function MappingLine({ id, field, review, columnNames, isLocked, onAssign }: MappingLineProps): ReactElement {
  const { messages } = useCard();
  const words = messages.mapping;
  const columns = columnNames.map((name, index): [string, string] => [String(index), name]);
  const column = review.mapping[field.key];
  const isMissing = field.required && column === null;
  return (
    <li className="ieu-mapping-line">
      <span>
        <label className="ieu-label" htmlFor={id}>
          {messages.fields[field.key]}
        </label>{" "}
        {field.required && <span className="ieu-required">{words.required}</span>}
      </span>
      <Select
        id={id}
        value={column ?? ""}
        disabled={isLocked}
        aria-required={field.required}
        aria-invalid={isMissing}
        aria-describedby={`${id}-how ${id}-values`}
        options={[["", field.required ? words.choose : words.notInFile], ...columns]}
        onChoose={(value) => onAssign(field.key, value === "" ? null : Number(value))}
      />
      <Samples id={`${id}-values`} table={review.table} column={column} />
      <How id={`${id}-how`} field={field} review={review} columnNames={columnNames} />
    </li>
  );
}

const sampleCount = 3;

function Samples(props: { readonly id: string; readonly table: CsvTable; readonly column: number | null }) {
  const { messages } = useCard();
  const { id, table, column } = props;
  const samples = useMemo(() => toSamples(table, column), [table, column]);
  if (column === null) return <span id={id} className="ieu-samples" />;
  return (
    <span id={id} className="ieu-samples" data-empty={samples.length === 0 || undefined}>
      {samples.length === 0
        ? messages.mapping.emptyValues
        : samples.map((sample, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its place; two may be equal
            <bdi key={index} className="ieu-sample">
              {sample}
            </bdi>
          ))}
    </span>
  );
}

function toSamples(table: CsvTable, column: number | null): string[] {
  const samples: string[] = [];
  if (column === null) return samples;
  for (const { cells } of table.records) {
    const cell = cells[column]?.trim();
    if (cell) samples.push(cell);
    if (samples.length === sampleCount) break;
  }
  return samples;
}

interface HowProps {
  readonly id: string;
  readonly field: UserField;
  readonly review: Review;
  readonly columnNames: readonly string[];
}

function How({ id, field, review, columnNames }: HowProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.mapping;
  const column = review.mapping[field.key];
  const suggestion = review.suggestion.fields[field.key];
  const isManual = review.manual.includes(field.key);
  const tag = isManual ? "you" : column === null ? null : suggestion.how === "alias" ? "auto" : "guessed";
  const chosen = column === null ? words.reasons.left : words.reasons.chosen;
  // A column that was taken away leaves a reason behind that is no longer true.
  const isLost = column === null && suggestion.column !== null;
  const reason = isManual ? chosen : isLost ? "" : toReason(suggestion.reason, columnNames, messages, format);
  return (
    <span id={id} className="ieu-how">
      {tag && (
        <span className="ieu-tag" data-tag={tag}>
          {words[tag]}
        </span>
      )}{" "}
      <span className="ieu-hint">{reason || (field.required ? "" : words.optional)}</span>
    </span>
  );
}

function toReason(reason: MappingReason, names: readonly string[], messages: Messages, format: Format): string {
  const words = messages.mapping.reasons;
  const nameOf = (columns: readonly number[]) => columns.map((column) => names[column] ?? "");
  switch (reason.code) {
    case "alias":
    case "known_name":
      return reason.alternatives.length > 0 ? words.alternatives(nameOf(reason.alternatives), format) : words.alias;
    case "values":
      return words.values(reason.matching, reason.of, format);
    case "usernames":
      return words.usernames(nameOf(reason.columns), format);
    case "ambiguous":
      return words.ambiguous(nameOf(reason.columns), format);
    default:
      return words[reason.code];
  }
}
