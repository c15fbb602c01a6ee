// Formats numbers and dates for the portal. Days are in UTC, as in the import.

const counts = new Intl.NumberFormat("en");
const days = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

export function toCount(value: number): string {
  return counts.format(value);
}

/** The day of an ISO date; a dash without one. */
export function toDay(value: string | null): string {
  return value === null ? "–" : days.format(new Date(value));
}

/** Day and time of an ISO date. */
export function toMoment(value: string): string {
  return moments.format(new Date(value));
}
