// Numbers and dates as the portal writes them. Days are read in UTC, as the import reads them.

const counts = new Intl.NumberFormat("en");
const days = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

export function toCount(value: number): string {
  return counts.format(value);
}

/** The day of an ISO date; a dash where there is none. */
export function toDay(value: string | null): string {
  return value === null ? "–" : days.format(new Date(value));
}

/** Day and time of an ISO date. */
export function toMoment(value: string): string {
  return moments.format(new Date(value));
}
