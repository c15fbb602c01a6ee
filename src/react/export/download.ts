// Saves texts and blobs as files through the browser.

/** Saves `text` as a CSV file under `name`, in UTF-8. */
export function download(name: string, text: string): void {
  saveFile(name, "csv", new Blob([text], { type: "text/csv;charset=utf-8" }));
}

/** Saves `content` under `name` with this ending. Uses an object URL, since data URLs are limited in length and often blocked by policies. */
export function saveFile(name: string, ending: "csv" | "json", content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${toBareName(name)}.${ending}`;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the object only after the click handler has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name without its ending and without characters that file systems refuse. */
export function toBareName(name: string): string {
  const clean = name.replace(/[\u0000-\u001F\\/:*?"<>|]+/g, "-").trim();
  return clean.replace(/\.(csv|tsv|txt)$/i, "");
}
