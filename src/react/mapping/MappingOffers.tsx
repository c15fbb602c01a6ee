"use client";
// Offers conversions below the mapping: convert dates, join parts of a name, choose among columns, read null texts as empty.
import { type ReactElement, useMemo } from "react";
import { normalizeEmail } from "../../contract/field-values.ts";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import type { DamagedIds } from "../../csv/rows/damaged-ids.ts";
import { type DateColumn, type DateColumns, searchDateFormats } from "../../csv/rows/date-columns.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { type EmptyText, searchEmptyTexts } from "../../csv/rows/null-texts.ts";
import { maxProofRows, type RepairProof } from "../../csv/rows/repairs.ts";
import type { Steps } from "../../csv/rows/steps.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { mayConvertDates } from "../../importer/review/conversions.ts";
import { canTakeIdFromEmail } from "../../importer/review/review.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import type { Messages } from "../messages/messages.ts";
import { type ColumnFindings, hasNoFindings, useColumnFindings } from "./column-findings.ts";
import { DateOffers } from "./DateOffers.tsx";
import { NameOffer } from "./NameOffer.tsx";
import { Offer } from "./Offer.tsx";
import { useLeaving } from "./offer-decisions.ts";
import { DomainOffer, RepairOffer, TextRepairOffer } from "./RepairOffer.tsx";
import { Found, type Searched, useSearched } from "./searched.tsx";

export interface FieldOfferProps {
  readonly field: FieldKey;
  readonly review: Review;
  /** The formats found in the date columns. */
  readonly dates: Searched<DateColumns>;
  /** What was found in the columns of ids, emails and names. */
  readonly findings: Searched<ColumnFindings>;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly actions: Pick<
    ImporterActions,
    "assignColumn" | "convertDates" | "joinNames" | "repairTexts" | "repairDomain" | "takeIdFromEmail"
  >;
}

/** The offers for one field of the mapping. */
export function FieldOffers(props: FieldOfferProps): ReactElement {
  const { field, findings, review, isLocked, actions } = props;
  const { repairs, domains, damagedIds } = findings.found;
  const repair = field === "email" || field === "name" ? repairs[field] : undefined;
  const shared = { review, isLocked };
  return (
    <>
      <Found isExpected={findings.isExpected}>
        {field === "externalUserId" && damagedIds && <DamagedIdsNotice ids={damagedIds} />}
        {repair && <TextRepairOffer repair={repair} {...shared} onRepair={actions.repairTexts} />}
        {field === "email" &&
          domains.map((domain) => (
            <DomainOffer key={domain.from} domain={domain} {...shared} onRepair={actions.repairDomain} />
          ))}
      </Found>
      <ConversionOffer {...props} />
      {field === "externalUserId" && isEmailIdOffered(review) && (
        <EmailIdOffer {...shared} columnNames={props.columnNames} onTake={actions.takeIdFromEmail} />
      )}
    </>
  );
}

/** The offer to fill a field from other columns, or to convert its dates; null without one. */
function ConversionOffer({ field, dates, actions, ...rest }: FieldOfferProps): ReactElement | null {
  const { review, columnNames, isLocked } = rest;
  if (!hasOffer(review, field, dates.found)) return null;
  if (field === "name") {
    return <NameOffer review={review} columnNames={columnNames} isLocked={isLocked} onJoin={actions.joinNames} />;
  }
  if (field === "externalUserId" || field === "email") {
    if (offeredColumns(review, field).length === 0) return null;
    return <ColumnOffer field={field} {...rest} onAssign={actions.assignColumn} />;
  }
  if (field !== "registrationDate" && field !== "lastLoginDate") return null;
  return (
    <Found isExpected={dates.isExpected}>
      <DateOffers
        field={field}
        found={dates.found}
        review={review}
        isLocked={isLocked}
        onConvert={actions.convertDates}
      />
    </Found>
  );
}

/** The dates and findings for `FieldOffer`, and whether any field has an offer, open or accepted. */
export function useFieldOffers(
  review: Review,
): Pick<FieldOfferProps, "dates" | "findings"> & { readonly hasAny: boolean } {
  const dates = useDateFormats(review);
  const findings = useColumnFindings(review);
  const hasAny = !hasNoFindings(findings.found) || userFields.some(({ key }) => hasOffer(review, key, dates.found));
  return { dates, findings, hasAny };
}

function hasOffer(review: Review, field: FieldKey, dates: DateColumns): boolean {
  const { suggestion, mapping, dateFormats, nameColumns } = review;
  // With a column chosen for the name there is nothing left to offer.
  if (field === "name") return (nameColumns ?? suggestion.nameColumns) !== null && mapping.name === null;
  if (field === "externalUserId" && isEmailIdOffered(review)) return true;
  if (field === "externalUserId" || field === "email") return offeredColumns(review, field).length > 0;
  if (field !== "registrationDate" && field !== "lastLoginDate") return false;
  const column = dates[field];
  return column !== undefined && (dateFormats[field] !== undefined || isConvertible(column));
}

function isConvertible({ format, candidates, rest }: DateColumn): boolean {
  return rest !== null || (format !== "iso" && candidates.length > 0);
}

function useDateFormats(review: Review): Searched<DateColumns> {
  const { mapping } = review;
  const isNeeded = useMemo(() => mayConvertDates(review), [review]);
  return useSearched({
    review,
    // A change of another field's column does not affect the dates.
    about: [mapping.registrationDate, mapping.lastLoginDate, isNeeded],
    search: (table) => (isNeeded ? searchDateFormats(table, mapping) : foundNothing()),
    isNothing: (dates) => !Object.values(dates).some(isConvertible),
  });
}

// biome-ignore lint/correctness/useYield: there is nothing to search
function* foundNothing(): Steps<DateColumns> {
  return {};
}

/** Says what happened to the ids, and what to export instead. Offers no repair, because digits may be lost. */
function DamagedIdsNotice({ ids }: { readonly ids: DamagedIds }): ReactElement {
  const { messages, format } = useCard();
  const words = messages.damagedIds;
  return <Offer label={words.about} text={words.found(ids, format)} decision={null} isDone={false} actions={null} />;
}

interface ColumnOfferProps {
  readonly field: "externalUserId" | "email";
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onAssign: (field: FieldKey, column: number | null) => void;
}

const maxOfferedColumns = 4;

// The columns that are offered; none if a column was found, or one that is not offered was chosen.
function offeredColumns({ suggestion, mapping }: Review, field: ColumnOfferProps["field"]): readonly number[] {
  const { reason, column } = suggestion.fields[field];
  const columns = column === null && "columns" in reason ? reason.columns.slice(0, maxOfferedColumns) : [];
  const chosen = mapping[field];
  return chosen === null || columns.includes(chosen) ? columns : [];
}

/** Offers columns that may hold the user ID or the email, where nothing decides it. */
function ColumnOffer({ field: key, review, columnNames, isLocked, onAssign }: ColumnOfferProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.usernames;
  const field = messages.fields[key];
  const chosen = review.mapping[key];
  const columns = offeredColumns(review, key);
  const nameOf = (column: number) => columnNames[column] ?? "";
  const names = columns.map(nameOf);
  const offer = key === "email" ? messages.emails.offer(names, format) : words.offer(names, field, format);
  return (
    <Offer
      label={key === "email" ? messages.emails.about : words.about}
      text={chosen === null ? offer : words.done(nameOf(chosen), field, format)}
      decision={chosen}
      isDone={chosen !== null}
      actions={
        chosen === null ? (
          columns.map((column) => (
            <Button key={column} disabled={isLocked} onClick={() => onAssign(key, column)}>
              {words.use(nameOf(column), field)}
            </Button>
          ))
        ) : (
          <Button look="link" disabled={isLocked} onClick={() => onAssign(key, null)}>
            {words.undo}
          </Button>
        )
      }
    />
  );
}

// Where the file has no column of ids, and none was chosen.
function isEmailIdOffered(review: Review): boolean {
  const { mapping, suggestion, idFromEmail } = review;
  const isWithout = mapping.externalUserId !== null || suggestion.fields.externalUserId.column === null;
  return idFromEmail || (isWithout && canTakeIdFromEmail(review));
}

interface EmailIdOfferProps {
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onTake: ImporterActions["takeIdFromEmail"];
}

/** Offers the email as user ID, with what that means later. */
function EmailIdOffer({ review, columnNames, isLocked, onTake }: EmailIdOfferProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.emailId;
  const { idFromEmail, mapping, rows } = review;
  const [left, setLeft] = useLeaving(review.file, "externalUserId");
  const header = columnNames[mapping.email ?? -1] ?? "";
  const field = messages.fields.externalUserId;
  const proof = useMemo(() => toEmailIdProof(rows), [rows]);
  return (
    <RepairOffer
      label={words.about}
      texts={{
        offer: words.offer(header, field, format),
        done: words.done(header, field, format),
        left: words.left(field),
      }}
      decided={idFromEmail || left}
      proof={proof}
      isLocked={isLocked}
      onDecide={(isWanted) => {
        setLeft(isWanted);
        onTake(isWanted === true);
      }}
      applyText={words.use(header, field)}
    />
  );
}

const rowsCompared = 500;

// Rows that show the email as user ID. Those that write it otherwise than the ID come first.
function toEmailIdProof(rows: readonly ImportRow[]): RepairProof[] {
  const proof: RepairProof[] = [];
  const alike: RepairProof[] = [];
  for (const { number, input } of rows.slice(0, rowsCompared)) {
    const from = input.email?.trim() ?? "";
    const to = normalizeEmail(from);
    if (to === null) continue;
    if (to !== from) proof.push({ row: number, from, to });
    else if (alike.length < maxProofRows) alike.push({ row: number, from, to });
    if (proof.length === maxProofRows) break;
  }
  return [...proof, ...alike].slice(0, maxProofRows);
}

/** The null texts (such as NULL or Never) in name and date columns. */
export function useEmptyTexts(review: Review): Searched<readonly EmptyText[]> {
  const { mapping } = review;
  return useSearched<readonly EmptyText[]>({
    review,
    about: [mapping.name, mapping.registrationDate, mapping.lastLoginDate],
    search: (table) => searchEmptyTexts(table, mapping),
    isNothing: (texts) => texts.length === 0,
  });
}

/** The list with these texts, or without them. */
function withTexts(all: readonly string[], texts: readonly string[], isWanted: boolean): readonly string[] {
  const others = all.filter((text) => !texts.includes(text));
  return isWanted ? [...others, ...texts] : others;
}

export interface EmptyTextsOfferProps {
  readonly review: Review;
  readonly found: readonly EmptyText[];
  readonly isLocked: boolean;
  readonly onRead: ImporterActions["emptyTexts"];
  /** Label and question of the offer. @default those of null texts */
  readonly question?: Pick<Messages["empty"], "about" | "offer">;
}

/** Offers to read texts as empty: null texts, or what another question asks about. */
export function EmptyTextsOffer(props: EmptyTextsOfferProps): ReactElement | null {
  const { messages, format } = useCard();
  const { review, found, isLocked, onRead, question = messages.empty } = props;
  const words = messages.empty;
  const texts = [...new Set(found.map(({ text }) => text))];
  // Texts that are found later, in another column, are asked about anew.
  const [left, setLeft] = useLeaving(review.file, ["empty", ...texts].join("\0"));
  if (texts.length === 0) return null;
  const isDone = texts.every((text) => review.emptyTexts.includes(text));
  const count = found.reduce((sum, one) => sum + one.count, 0);
  const firstRow = Math.min(...found.map((one) => one.firstRow));
  return (
    <RepairOffer
      label={question.about}
      texts={{
        offer: question.offer(texts, count, firstRow, format),
        done: words.done(texts, format),
        left: words.left(texts, format),
      }}
      decided={isDone || left}
      proof={found.slice(0, maxProofRows).map((one) => ({ row: one.firstRow, from: one.text, to: "" }))}
      isLocked={isLocked}
      onDecide={(isWanted) => {
        setLeft(isWanted);
        onRead(withTexts(review.emptyTexts, texts, isWanted === true));
      }}
      applyText={words.read}
    />
  );
}
