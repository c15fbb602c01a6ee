// Gives a text or bytes to the browser as a file to save.

/** Saves `text` as a CSV file under `name`, in UTF-8. */
export function download(name: string, text: string): void {
  saveFile(name, "csv", new Blob([text], { type: "text/csv;charset=utf-8" }));
}

/** Saves `content` under `name` with this ending. Through an object URL: data URLs are cut, and forbidden by many policies. */
export function saveFile(name: string, ending: "csv" | "json", content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${toBareName(name)}.${ending}`;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the object only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name without its ending, and without the characters that file systems refuse. */
export function toBareName(name: string): string {
  const clean = name.replace(/[\u0000-\u001F\\/:*?"<>|]+/g, "-").trim();
  return clean.replace(/\.(csv|tsv|txt)$/i, "");
}
