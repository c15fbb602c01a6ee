// Gives a text to the browser as a file to save.

/** Saves `text` as UTF-8 under `name`. Through an object URL: data URLs are cut, and forbidden by many policies. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = toFileName(name);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the object only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name with `.csv`, without the characters that file systems refuse. */
function toFileName(name: string): string {
  const clean = name.replace(/[\u0000-\u001F\\/:*?"<>|]+/g, "-").trim();
  return `${clean.replace(/\.(csv|tsv|txt)$/i, "")}.csv`;
}
