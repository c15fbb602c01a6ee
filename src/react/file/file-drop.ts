"use client";
// Handles files dropped outside the drop zone: on the card they are taken, elsewhere on the page they are ignored.
import { type RefObject, useEffect } from "react";

/** Takes files dropped anywhere on the card around `zone`, unless `isOff`. The zone itself handles its own drops. */
export function useCardDrop(
  zone: RefObject<HTMLElement | null>,
  isOff: boolean,
  onFiles: (files: readonly File[]) => void,
): void {
  useEffect(() => {
    const card = zone.current?.closest<HTMLElement>(".ieu-root");
    if (!card || isOff) return;
    function takeFiles(event: DragEvent): void {
      const { target, type, dataTransfer } = event;
      if (!dataTransfer?.types.includes("Files") || zone.current?.contains(target as Node)) return;
      event.preventDefault();
      if (type === "drop") onFiles([...dataTransfer.files]);
    }
    card.addEventListener("dragover", takeFiles);
    card.addEventListener("drop", takeFiles);
    return () => {
      card.removeEventListener("dragover", takeFiles);
      card.removeEventListener("drop", takeFiles);
    };
  }, [zone, isOff, onFiles]);
}

/** Keeps the browser from opening a dropped file in place of the page. Dragged text and links stay with the host. */
export function useNoFileNavigation(): void {
  useEffect(() => {
    document.addEventListener("dragover", preventNavigation);
    document.addEventListener("drop", preventNavigation);
    return () => {
      document.removeEventListener("dragover", preventNavigation);
      document.removeEventListener("drop", preventNavigation);
    };
  }, []);
}

function preventNavigation(event: DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}

/** What was pasted as files: files themselves, or rows copied from a spreadsheet, as a file of this name. Empty for any other text. */
export function toPastedFiles({ clipboardData }: ClipboardEvent, name: string): File[] {
  const files = [...(clipboardData?.files ?? [])];
  const text = clipboardData?.getData("text/plain") ?? "";
  // Spreadsheets put their cells beside a picture of them.
  if (/[\r\n]/.test(text.trim())) return [new File([text], `${name}.tsv`, { type: "text/tab-separated-values" })];
  return files;
}
