// Numbers as people read them.

/** "1,000". */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** "1 row", "1,000 rows". */
export function plural(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 ? "" : "s"}`;
}

/** "5 %" for a share of 0.05. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
