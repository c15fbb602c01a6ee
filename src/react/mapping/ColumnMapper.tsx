"use client";
// Maps the five fields to columns of the file; folded away when there is nothing to decide.
import { type MouseEvent, type ReactElement, useId, useState } from "react";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { ownColumns } from "../../csv/text/headers.ts";
import { missingFields } from "../../importer/machine/import-run.ts";
import { emptyFields } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { useExtraScreens } from "../context/load-extra-screens.ts";
import { Icon } from "../controls/Icon.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import type { ColumnMapperProps, MappingOffers } from "./FoundOffers.tsx";
import { MappingLine } from "./MappingLine.tsx";
import { isRecognised, toColumnNames } from "./mapping-text.ts";

// Ignored columns that are named; further ones are only counted.
const maxIgnoredNames = 8;

const noOffers: MappingOffers = { hasAny: false, above: null, ofField: () => null, below: () => null };

export function ColumnMapper(props: ColumnMapperProps): ReactElement {
  const extra = useExtraScreens();
  if (!extra) return <Columns {...props} offers={noOffers} />;
  return <extra.FoundOffers {...props}>{(offers) => <Columns {...props} offers={offers} />}</extra.FoundOffers>;
}

interface ColumnsProps extends Pick<ColumnMapperProps, "review" | "isLocked" | "actions"> {
  readonly offers: MappingOffers;
}

function Columns({ review, isLocked, offers, actions }: ColumnsProps): ReactElement {
  const card = useCard();
  const { messages, format, slotClass } = card;
  const words = messages.mapping;
  const id = useId();
  // Offers must be visible.
  const isClear = isRecognised(review) && !offers.hasAny;
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || !isClear;
  const names = toColumnNames(review.table, card);
  const selectId = (field: FieldKey) => `${id}-${field}`;

  return (
    <div className="ieu-mapper">
      <FieldLinks
        title={words.missing}
        fields={missingFields(review)}
        toText={(field) => words.missingField(messages.fields[field])}
        selectId={selectId}
      />
      <FieldLinks
        title={words.empty}
        fields={emptyFields(review)}
        toText={(field) => words.emptyField(messages.fields[field], names[review.mapping[field] ?? -1] ?? "")}
        selectId={selectId}
      />
      {offers.above}
      {isClear && (
        <button
          type="button"
          className="ieu-fold"
          aria-expanded={isOpen}
          aria-controls={`${id}-lines`}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="check" />
          <span className="ieu-fold-text">
            {words.recognised(mappedColumns(review).length, ignoredCount(review), format)} ·{" "}
            <span className="ieu-fold-action">{words.change}</span>
          </span>
          <Icon name="down" />
        </button>
      )}
      <div id={`${id}-lines`} className={slotClass("mapping")} hidden={!isShown}>
        {/* Not rendered while folded away, so that the preview appears sooner. */}
        {isShown && (
          <>
            <div className="ieu-mapping-head" aria-hidden="true">
              <span>{words.field}</span>
              <span>{words.column}</span>
              <span>{words.values}</span>
              <span>{words.how}</span>
            </div>
            <ul aria-label={words.label}>
              {userFields.map((field) => (
                <MappingLine
                  key={field.key}
                  id={selectId(field.key)}
                  field={field}
                  review={review}
                  columnNames={names}
                  isLocked={isLocked}
                  onAssign={actions.assignColumn}
                  onJoin={actions.joinNames}
                  onTakeId={actions.takeIdFromEmail}
                >
                  {offers.ofField(field.key, names)}
                </MappingLine>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="ieu-live" aria-live="polite">
        {review.taken && <Notice tone="fact" text={toTakenText(review, names, card)} />}
      </div>
      {offers.below(names)}
      <IgnoredColumns review={review} names={names} />
    </div>
  );
}

function IgnoredColumns({ review, names }: { readonly review: Review; readonly names: readonly string[] }) {
  const { messages, format } = useCard();
  const used = new Set([...mappedColumns(review), ...(review.nameColumns?.columns ?? [])]);
  const ignored = names.filter((_, column) => !used.has(column));
  if (ignored.length === 0) return null;
  const more = ignored.length - maxIgnoredNames;
  return (
    <p className="ieu-hint">
      <RichText text={messages.mapping.ignored(ignored.slice(0, maxIgnoredNames), format)} />
      {more > 0 && ` ${messages.mapping.ignoredMore(more, format)}`}
    </p>
  );
}

function ignoredCount(review: Review): number {
  return ownColumns(review.table.headers).length - mappedColumns(review).length;
}

function mappedColumns({ mapping }: Review): number[] {
  return Object.values(mapping).filter((column) => column !== null);
}

function toTakenText({ taken, mapping }: Review, names: readonly string[], { messages }: CardTexts): string {
  if (!taken) return "";
  const header = names[mapping[taken.by] ?? -1] ?? "";
  return messages.mapping.taken(header, messages.fields[taken.from], messages.fields[taken.by]);
}

interface FieldLinksProps {
  readonly title: string;
  readonly fields: readonly FieldKey[];
  readonly toText: (field: FieldKey) => string;
  readonly selectId: (field: FieldKey) => string;
}

/** Leads to the selects of required fields that have no column, or an empty one. */
function FieldLinks({ title, fields, toText, selectId }: FieldLinksProps): ReactElement | null {
  if (fields.length === 0) return null;
  return (
    <Notice tone="problem" title={title}>
      <ul className="ieu-links">
        {fields.map((field) => (
          <li key={field} className="ieu-links-line">
            <a
              className="ieu-link"
              href={`#${selectId(field)}`}
              onClick={(event) => focusTarget(event, selectId(field))}
            >
              {toText(field)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

// Focuses the select without changing the address, which belongs to the host's router.
function focusTarget(event: MouseEvent, id: string): void {
  event.preventDefault();
  // Ids are unique within the document, or within the shadow root around the card.
  const page = event.currentTarget.getRootNode() as Document | ShadowRoot;
  page.getElementById(id)?.focus();
}
