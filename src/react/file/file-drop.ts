"use client";
// A file dropped on the card, but beside the zone: taken all the same.
import { type RefObject, useEffect } from "react";

/** While `isOff` is false, files dropped anywhere on the card around `zone` count; those on the zone itself are its own. */
export function useCardDrop(
  zone: RefObject<HTMLElement | null>,
  isOff: boolean,
  onFiles: (files: readonly File[]) => void,
): void {
  useEffect(() => {
    const card = zone.current?.closest<HTMLElement>(".ieu-root");
    if (!card || isOff) return;
    function take(event: DragEvent): void {
      const { target, type, dataTransfer } = event;
      if (!dataTransfer?.types.includes("Files") || zone.current?.contains(target as Node)) return;
      event.preventDefault();
      if (type === "drop") onFiles([...dataTransfer.files]);
    }
    card.addEventListener("dragover", take);
    card.addEventListener("drop", take);
    return () => {
      card.removeEventListener("dragover", take);
      card.removeEventListener("drop", take);
    };
  }, [zone, isOff, onFiles]);
}

/** While mounted, a file dropped where nobody takes it does nothing. Dragged text and links stay the host's. */
export function useNoFileNavigation(): void {
  useEffect(() => {
    document.addEventListener("dragover", keepPage);
    document.addEventListener("drop", keepPage);
    return () => {
      document.removeEventListener("dragover", keepPage);
      document.removeEventListener("drop", keepPage);
    };
  }, []);
}

function keepPage(event: DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}
