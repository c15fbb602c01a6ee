"use client";
// A file dropped beside the zone must not open in the tab and take the page away.
import { useEffect } from "react";

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
