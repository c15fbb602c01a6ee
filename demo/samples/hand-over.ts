// Hands a sample to the card as a person would: through its file input, or dragged onto its zone.
import { type Sample, toFile } from "./sample.ts";

/** The MIME type of a dragged sample; browsers don't let a page put a file into a real drag. */
const dragType = "application/x-demo-sample";

/** Chooses the sample in the card's file input; false if the card takes no file at the moment. */
export function chooseInCard(sample: Sample): boolean {
  const input = document.querySelector<HTMLInputElement>('#import-existing-users input[type="file"]:not(:disabled)');
  if (!input) return false;
  input.files = carry(sample).files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  document.getElementById("import-existing-users")?.scrollIntoView({ block: "nearest" });
  return true;
}

/** Starts dragging a sample. */
export function startDrag(sample: Sample, transfer: DataTransfer): void {
  transfer.setData(dragType, sample.fileName);
  transfer.effectAllowed = "copy";
}

/**
 * Replaces the drag of a sample by a drag of its file, anywhere on the page.
 *
 * @returns a function that stops it.
 */
export function translateDrags(samples: readonly Sample[]): () => void {
  const events = ["dragenter", "dragover", "dragleave", "drop"] as const;
  // During a drag a page can read types but no data, so the file is created when the drag begins.
  let carried: DataTransfer | null = null;
  function begin({ dataTransfer }: DragEvent): void {
    const fileName = dataTransfer?.getData(dragType);
    const sample = samples.find((one) => one.fileName === fileName);
    carried = sample ? carry(sample) : null;
  }
  function translate(event: DragEvent): void {
    if (!carried || !event.isTrusted) return;
    event.stopPropagation();
    const { type, clientX, clientY, relatedTarget } = event;
    const translated = new DragEvent(type, {
      bubbles: true,
      cancelable: true,
      dataTransfer: carried,
      clientX,
      clientY,
      relatedTarget,
    });
    event.target?.dispatchEvent(translated);
    if (translated.defaultPrevented) event.preventDefault();
  }
  function end(): void {
    carried = null;
  }
  document.addEventListener("dragstart", begin);
  document.addEventListener("dragend", end);
  for (const type of events) window.addEventListener(type, translate, { capture: true });
  return () => {
    document.removeEventListener("dragstart", begin);
    document.removeEventListener("dragend", end);
    for (const type of events) window.removeEventListener(type, translate, { capture: true });
  };
}

function carry(sample: Sample): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(toFile(sample));
  return transfer;
}
