// Says which notices about a file are offers to repair it, and beside which field each of them stands.
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { isShifted } from "../../csv/rows/import-rows.ts";
import type { FileNotice, TextDamage } from "../../csv/table.ts";
import { missingFields } from "../../importer/machine/import-run.ts";
import type { Review } from "../../importer/state.ts";

/** A notice about damaged texts, found or repaired. */
export type DamageNotice = Extract<FileNotice, { code: keyof typeof damages }>;

/** The damage of each notice about damaged texts. */
export const damages = {
  text_garbled: "mojibake",
  text_mended: "mojibake",
  entities_found: "entities",
  entities_decoded: "entities",
  bytes_found: "bytes",
  bytes_decoded: "bytes",
  codes_found: "codes",
  codes_decoded: "codes",
} as const satisfies Partial<Record<FileNotice["code"], TextDamage>>;

/** True for a notice about damaged texts. */
function isDamage(notice: FileNotice): notice is DamageNotice {
  return Object.hasOwn(damages, notice.code);
}

/** True if the texts were repaired. */
export function isRepaired({ code }: DamageNotice): boolean {
  return code.endsWith("_mended") || code.endsWith("_decoded");
}

/** The long rows of one kind: with a value that can only have been split in one place, or with cells that nothing explains. */
export interface LongRows {
  readonly kind: "split" | "extra";
  /** How many are as in the file, joined, and cut. */
  readonly open: number;
  readonly joined: number;
  readonly cut: number;
  readonly firstRow: number;
  /** Up to three that are as in the file, each with the column of the split value. */
  readonly examples: Extract<FileNotice, { code: "rows_long" }>["examples"];
}

/** One offer about the file, beside the field whose column it changes, or below all fields (null). */
export type FileOffer = { readonly field: FieldKey | null } & (
  | { readonly kind: "damage"; readonly notice: DamageNotice }
  | { readonly kind: "long"; readonly rows: LongRows }
  | { readonly kind: "padded"; readonly notice: Extract<FileNotice, { code: "numbers_padded" }> }
);

/** The offers about the file of this review. */
export function fileOffers(review: Review): FileOffer[] {
  const offered = review.table.notices.filter((notice) => isOffered(notice, review));
  return [
    ...offered.flatMap((notice): FileOffer[] => {
      if (isDamage(notice)) return [{ kind: "damage", notice, field: fieldOf(notice.columns, review) }];
      return notice.code === "numbers_padded"
        ? [{ kind: "padded", notice, field: fieldOf(notice.columns, review) }]
        : [];
    }),
    ...longRowOffers(offered, review),
  ];
}

/** True for a notice that is shown as an offer. What is found only in columns that are not imported is told. */
export function isOffered(notice: FileNotice, review: Review): boolean {
  switch (notice.code) {
    case "rows_joined":
    case "rows_cut":
      return true;
    case "numbers_padded":
      return notice.read === "stored" || fieldOf(notice.columns, review) !== null || isIncomplete(review);
    case "rows_long":
      return isIncomplete(review) || review.rows.some(isShifted);
    default:
      if (!isDamage(notice)) return false;
      return isRepaired(notice) || fieldOf(notice.columns, review) !== null || isIncomplete(review);
  }
}

// Any column may still become that of a required field.
function isIncomplete(review: Review): boolean {
  return missingFields(review).length > 0;
}

function longRowOffers(notices: readonly FileNotice[], review: Review): FileOffer[] {
  const long = notices.find(({ code }) => code === "rows_long") as NoticeOf<"rows_long"> | undefined;
  const joined = notices.find(({ code }) => code === "rows_joined") as NoticeOf<"rows_joined"> | undefined;
  const cut = notices.find(({ code }) => code === "rows_cut") as NoticeOf<"rows_cut"> | undefined;
  if (!long && !joined && !cut) return [];
  const columns = [long, joined, cut].flatMap((notice) => notice?.columns ?? []);
  const joinable = { open: long?.joinable ?? 0, cut: cut?.joinable ?? 0 };
  const split = { kind: "split", ...joinable, joined: joined?.count ?? 0 } as const;
  const extra = {
    kind: "extra",
    open: (long?.count ?? 0) - joinable.open,
    joined: 0,
    cut: (cut?.count ?? 0) - joinable.cut,
  } as const;
  return [split, extra].flatMap((rows): FileOffer[] => {
    if (rows.open + rows.joined + rows.cut === 0) return [];
    const isSplit = rows.kind === "split";
    const examples = long?.examples.filter(({ column }) => (column !== null) === isSplit) ?? [];
    const firstRow = examples[0]?.row ?? (isSplit && joined ? joined : cut)?.firstRow ?? 1;
    return [{ kind: "long", rows: { ...rows, examples, firstRow }, field: isSplit ? fieldOf(columns, review) : null }];
  });
}

type NoticeOf<Code extends FileNotice["code"]> = Extract<FileNotice, { code: Code }>;

function fieldOf(columns: readonly number[], review: Review): FieldKey | null {
  const found = userFields.find(({ key }) => columnsOf(review, key).some((column) => columns.includes(column)));
  return found?.key ?? null;
}

function columnsOf({ mapping, nameColumns }: Review, field: FieldKey): readonly number[] {
  if (field === "name" && nameColumns) return nameColumns.columns;
  const column = mapping[field];
  return column === null ? [] : [column];
}
