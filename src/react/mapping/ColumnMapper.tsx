"use client";
// Maps the five fields to columns of the file; folded away when there is nothing to decide.
import { type MouseEvent, type ReactElement, useId, useState } from "react";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { ownColumns } from "../../csv/text/headers.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { missingFields } from "../../importer/machine/import-run.ts";
import { emptyFields } from "../../importer/review/problem-causes.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { DateNotices } from "./DateNotices.tsx";
import { DuplicatesOffer } from "./DuplicatesOffer.tsx";
import { MappingLine } from "./MappingLine.tsx";
import { EmptyTextsOffer, FieldOffers, useEmptyTexts, useFieldOffers } from "./MappingOffers.tsx";
import { alternativesOf, isSettled, isUncertain, toColumnNames } from "./mapping-text.ts";
import { OpenOffersProvider } from "./open-offers.tsx";
import { RememberedNote } from "./RememberedMappings.tsx";

export interface ColumnMapperProps {
  readonly review: Review;
  readonly isLocked: boolean;
  /** True if the remembered mapping of this review has not been forgotten meanwhile. */
  readonly isStillRemembered: boolean;
  readonly actions: Pick<
    ImporterActions,
    | "assignColumn"
    | "convertDates"
    | "joinNames"
    | "emptyTexts"
    | "repairTexts"
    | "repairDomain"
    | "takeIdFromEmail"
    | "leaveOutRows"
    | "forgetMapping"
  >;
}

// Ignored columns that are named; further ones are only counted.
const maxIgnoredNames = 8;

export function ColumnMapper({ review, isLocked, isStillRemembered, actions }: ColumnMapperProps): ReactElement {
  const card = useCard();
  const { messages, format, slotClass } = card;
  const words = messages.mapping;
  const id = useId();
  const offers = useFieldOffers(review);
  // Offers must be visible.
  const isClear = isRecognised(review) && !offers.hasAny;
  const emptyTexts = useEmptyTexts(review);
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || !isClear;
  const names = toColumnNames(review.table, card);
  const selectId = (field: FieldKey) => `${id}-${field}`;

  return (
    <OpenOffersProvider>
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
        {review.remembered && isStillRemembered && (
          <RememberedNote remembered={review.remembered} isLocked={isLocked} onForget={actions.forgetMapping} />
        )}
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
                    <FieldOffers
                      field={field.key}
                      review={review}
                      dates={offers.dates}
                      findings={offers.findings}
                      columnNames={names}
                      isLocked={isLocked}
                      actions={actions}
                    />
                  </MappingLine>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className="ieu-live" aria-live="polite">
          {review.taken && <Notice tone="fact" text={toTakenText(review, names, card)} />}
        </div>
        <EmptyTextsOffer review={review} found={emptyTexts} isLocked={isLocked} onRead={actions.emptyTexts} />
        <DateNotices
          review={review}
          except={emptyTexts.map(({ text }) => text)}
          isLocked={isLocked}
          onRead={actions.emptyTexts}
        />
        <DuplicatesOffer review={review} isLocked={isLocked} onLeaveOut={actions.leaveOutRows} />
        <IgnoredColumns review={review} names={names} />
      </div>
    </OpenOffersProvider>
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

// True if nothing needs checking: the mapping was confirmed before, or all columns have known names and either all fields or
// all columns are mapped.
function isRecognised(review: Review): boolean {
  const { suggestion, mapping, manual, table } = review;
  if (emptyFields(review).length > 0) return false;
  if (review.remembered && manual.length === 0) return missingFields(review).length === 0;
  const mapped = userFields.filter(({ key }) => mapping[key] !== null);
  const isComplete = mapped.length === userFields.length || mapped.length === ownColumns(table.headers).length;
  const isCertain = mapped.every(
    ({ key }) =>
      (isSettled(review, key) || !isUncertain(suggestion.fields[key])) &&
      alternativesOf(suggestion.fields[key]).length === 0,
  );
  return isComplete && missingFields(review).length === 0 && isCertain && manual.length === 0;
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
