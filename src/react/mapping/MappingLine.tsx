"use client";
// Renders one field of the mapping: the select for its column, sample values, the reason, and offers.
import { type ReactElement, type ReactNode, useMemo } from "react";
import type { FieldKey, UserField } from "../../contract/fields.ts";
import type { NameColumns } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import { emptyFields } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Select } from "../controls/Field.tsx";
import { toJoinable, toJoinedSamples, toMappingReason, toPartNames } from "./mapping-text.ts";

export interface MappingLineProps {
  readonly id: string;
  readonly field: UserField;
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onAssign: (field: FieldKey, column: number | null) => void;
  readonly onJoin: (joined: boolean, columns?: readonly number[]) => void;
  readonly onTakeId: (isTaken: boolean) => void;
  /** The offer for this field, below the line. */
  readonly children?: ReactNode;
}

// The value for a name joined from several columns; the other values are column indexes.
const joinedValue = "joined";
// The value for a user ID that is the email.
const emailValue = "email";

export function MappingLine(props: MappingLineProps): ReactElement {
  const { id, field, review, columnNames, isLocked, onAssign, onJoin, onTakeId, children } = props;
  const { messages } = useCard();
  const words = messages.mapping;
  const columns = columnNames.map((name, index): [string, string] => [String(index), name]);
  const column = review.mapping[field.key];
  const names = field.key === "name" ? toJoinable(review) : null;
  const isJoined = names !== null && review.nameColumns !== null;
  const joinLabel = names?.isKnown ? messages.names.option(toPartNames(names, columnNames)) : messages.names.several;
  const join: [string, string][] = names ? [[joinedValue, joinLabel]] : [];
  const isFromEmail = field.key === "externalUserId" && review.idFromEmail;
  const fromEmail: [string, string][] = isFromEmail ? [[emailValue, messages.emailId.option]] : [];
  const isMissing = (field.required && column === null && !isFromEmail) || emptyFields(review).includes(field.key);
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
        value={isJoined ? joinedValue : isFromEmail ? emailValue : (column ?? "")}
        disabled={isLocked}
        aria-required={field.required}
        aria-invalid={isMissing}
        aria-describedby={`${id}-how ${id}-values`}
        options={[["", field.required ? words.choose : words.notInFile], ...join, ...fromEmail, ...columns]}
        onChoose={(value) => {
          if (value === joinedValue) onJoin(true, names?.columns);
          else if (value === emailValue) onTakeId(true);
          else onAssign(field.key, value === "" ? null : Number(value));
        }}
      />
      <Samples
        id={`${id}-values`}
        review={review}
        column={isFromEmail ? review.mapping.email : column}
        names={isJoined ? names : null}
      />
      <Reason id={`${id}-how`} field={field} review={review} columnNames={columnNames} />
      {children}
    </li>
  );
}

const sampleCount = 3;
// Characters; at most two lines of a sample are shown.
const maxSampleLength = 200;

interface SamplesProps {
  readonly id: string;
  readonly review: Review;
  readonly column: number | null;
  /** The columns of a joined name, in place of `column`. */
  readonly names: NameColumns | null;
}

function Samples({ id, review, column, names }: SamplesProps): ReactElement {
  const { messages } = useCard();
  const { table } = review;
  const samples = useMemo(
    () => (names ? toJoinedSamples(table, names, sampleCount) : toSamples(table, column)),
    [table, column, names],
  );
  if (column === null && !names) return <span id={id} className="ieu-samples" />;
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
    if (cell) samples.push(cell.slice(0, maxSampleLength));
    if (samples.length === sampleCount) break;
  }
  return samples;
}

interface ReasonProps {
  readonly id: string;
  readonly field: UserField;
  readonly review: Review;
  readonly columnNames: readonly string[];
}

function Reason({ id, field, review, columnNames }: ReasonProps): ReactElement {
  const card = useCard();
  const { messages } = card;
  const words = messages.mapping;
  const { tag, reason } = toMappingReason(review, field.key, columnNames, card);
  return (
    <span id={id} className="ieu-how">
      {tag && (
        <span className="ieu-tag" data-tag={tag}>
          {tag === "remembered" ? messages.memory.tag : words[tag]}
        </span>
      )}{" "}
      <span className="ieu-hint">{reason || (field.required ? "" : words.optional)}</span>
    </span>
  );
}
