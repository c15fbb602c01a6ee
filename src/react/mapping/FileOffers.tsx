"use client";
// Offers to repair texts that an export damaged, and rows with more cells than the header.
import { type ReactElement, useMemo } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import { repairMojibake } from "../../csv/read/encodings/encoding-notices.ts";
import { damageChoice, decoders } from "../../csv/read/escaped-texts.ts";
import { joinCells } from "../../csv/rows/long-rows.ts";
import { maxProofRows, type RepairProof } from "../../csv/rows/repairs.ts";
import type { CsvTable, TextDamage } from "../../csv/table.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { longRowChoices, withDamageChoice, withLongRowChoice } from "./file-choices.ts";
import { type DamageNotice, damages, type FileOffer, isRepaired, type LongRows } from "./file-offers.ts";
import { useLeaving } from "./offer-decisions.ts";
import { RepairOffer } from "./RepairOffer.tsx";

export interface FileOffersProps {
  /** All offers about the file. */
  readonly offers: readonly FileOffer[];
  /** Those beside this field are shown; null: those below all fields. */
  readonly field: FieldKey | null;
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onChoose: ImporterActions["changeDialect"];
}

/** The offers about the file that stand in one place. */
export function FileOffers({ offers, field, ...shared }: FileOffersProps): ReactElement {
  return (
    <>
      {offers
        .filter((offer) => offer.field === field)
        .map((offer) => {
          // Found and repaired texts have one key, so that the focus stays.
          if (offer.kind === "damage") return <DamageOffer key={damages[offer.notice.code]} {...shared} {...offer} />;
          if (offer.kind === "long") return <LongRowsOffer key={offer.rows.kind} {...shared} {...offer} />;
          return <PaddedNumbers key={offer.kind} {...shared} {...offer} />;
        })}
    </>
  );
}

type SharedProps = Omit<FileOffersProps, "offers" | "field">;

interface DamageOfferProps extends SharedProps {
  readonly notice: DamageNotice;
}

function DamageOffer({ notice, review, columnNames, isLocked, onChoose }: DamageOfferProps): ReactElement {
  const { messages, format } = useCard();
  const { table, choices } = review;
  const damage = damages[notice.code];
  const isDone = isRepaired(notice);
  const words = messages.repairs.damage;
  const count = "rows" in notice ? notice.rows : notice.count;
  const text = messages.notices[notice.code](count, notice.firstRow, format);
  const names = notice.columns.map((column) => columnNames[column] ?? "");
  const proof = useMemo(() => toDamageProof(table, notice, damage), [table, notice, damage]);
  return (
    <RepairOffer
      label={words.about[damage]}
      texts={{
        offer: names.length > 1 ? `${text} ${words.columns(names.slice(0, maxNames), names.length, format)}` : text,
        done: text,
        left: words.left,
      }}
      decided={isDone || (damageChoice(choices.garbled, damage) === "keep" ? false : null)}
      proof={proof}
      isLocked={isLocked}
      onDecide={(isWanted) =>
        onChoose(withDamageChoice(choices, damage, isWanted === null ? null : isWanted ? "mend" : "keep"))
      }
    />
  );
}

const maxNames = 5;

function toDamageProof({ records }: CsvTable, { columns }: DamageNotice, damage: TextDamage): RepairProof[] {
  const decode = damage === "mojibake" ? repairMojibake : decoders[damage];
  const proof: RepairProof[] = [];
  for (const { number, cells } of records) {
    const column = columns.find((one) => decode(cells[one] ?? "") !== cells[one]);
    if (column === undefined) continue;
    const from = cells[column] ?? "";
    proof.push({ row: number, from: from.trim(), to: decode(from).trim() });
    if (proof.length === maxProofRows) break;
  }
  return proof;
}

interface LongRowsOfferProps extends SharedProps {
  readonly rows: LongRows;
}

function LongRowsOffer({ rows, review, isLocked, onChoose }: LongRowsOfferProps): ReactElement {
  const { messages, format } = useCard();
  const { kind, open, joined, cut, firstRow } = rows;
  const { table, choices } = review;
  const words = messages.repairs.longRows;
  const { rows_joined, rows_cut } = messages.notices;
  const isSplit = kind === "split";
  const isLeft = longRowChoices(choices)[kind] === "ask";
  const proof = useMemo(() => toLongRowsProof(table, rows), [table, rows]);
  const choose = (choice: "ask" | "join" | "cut" | null) => {
    onChoose(
      kind === "split"
        ? withLongRowChoice(choices, kind, choice)
        : withLongRowChoice(choices, kind, choice === "join" ? null : choice),
    );
  };
  return (
    <RepairOffer
      label={words.about[kind]}
      texts={{
        offer: words.offer[kind](open, firstRow, format),
        done: joined > 0 ? rows_joined(joined, firstRow, format) : rows_cut(cut, firstRow, format),
        left: words.left,
      }}
      decided={open === 0 || (isLeft ? false : null)}
      proof={proof}
      isLocked={isLocked}
      onDecide={(isWanted) => choose(isWanted === null ? null : isWanted ? (isSplit ? "join" : "cut") : "ask")}
      applyText={isSplit ? words.join : words.cut}
      further={
        isSplit && (
          <Button disabled={isLocked} onClick={() => choose("cut")}>
            {words.cut}
          </Button>
        )
      }
    />
  );
}

// Cells of a row that are shown in front of what changes.
const shownBefore = 2;

function toLongRowsProof({ headers, records, dialect }: CsvTable, { examples }: LongRows): RepairProof[] {
  const byNumber = new Map(examples.map(({ row, column }) => [row, column]));
  const width = headers.length;
  return records.flatMap(({ number, cells }) => {
    const column = byNumber.get(number);
    if (column === undefined) return [];
    if (column === null) return [{ row: number, from: toText(cells, width), to: toText(cells.slice(0, width), width) }];
    const parts = cells.slice(column, column + 1 + cells.length - width);
    const whole = joinCells(cells, column, width, dialect.delimiter)[column] ?? "";
    return [{ row: number, from: parts.join(" | "), to: whole.trim() }];
  });
}

function toText(cells: readonly string[], width: number): string {
  const from = Math.max(0, width - shownBefore);
  return `${from > 0 ? "… | " : ""}${cells.slice(from).join(" | ")}`;
}

interface PaddedNumbersProps extends SharedProps {
  readonly notice: Extract<FileOffer, { kind: "padded" }>["notice"];
}

/** Offers to read numbers with leading zeros as they are stored. As they are shown they are read unless a person decides. */
function PaddedNumbers({ notice, review, isLocked, onChoose }: PaddedNumbersProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.repairs.padded;
  const text = messages.notices.numbers_padded(notice, format);
  const isStored = notice.read === "stored";
  const [left, leave] = useLeaving(review.file, "padded");
  return (
    <RepairOffer
      label={words.about}
      texts={{ offer: text, done: text, left: text }}
      decided={isStored || left}
      proof={notice.examples.map(({ row, shown, stored }) => ({ row, from: shown, to: stored }))}
      isLocked={isLocked}
      onDecide={(isWanted) => {
        leave(isWanted);
        if (isStored !== Boolean(isWanted)) onChoose({ paddedNumbers: isWanted ? "stored" : "shown" });
      }}
      applyText={words.stored}
    />
  );
}
