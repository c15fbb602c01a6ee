// The parts of the card that a host can give class names of its own.

/** The slots of `classNames`; each element also keeps our own class `ieu-...`. */
export const slots = {
  header: "ieu-header",
  title: "ieu-title",
  section: "ieu-section",
  heading: "ieu-heading",
  button: "ieu-button",
  input: "ieu-input",
  select: "ieu-select",
  zone: "ieu-zone",
  facts: "ieu-facts",
  notice: "ieu-notice",
  mapping: "ieu-mapping",
  chip: "ieu-chip",
  status: "ieu-status",
  tableBox: "ieu-table-box",
  table: "ieu-table",
  bar: "ieu-bar",
  footer: "ieu-footer",
  progress: "ieu-progress",
  source: "ieu-source",
  dialog: "ieu-dialog",
} as const;

export type Slot = keyof typeof slots;

/** Class names added to slots; they never replace ours. */
export type ClassNames = Partial<Record<Slot, string>>;

/** Joins our class of a slot with the host's. */
export function toSlotClass(slot: Slot, classNames: ClassNames | undefined): string {
  const extra = classNames?.[slot];
  return extra ? `${slots[slot]} ${extra}` : slots[slot];
}
