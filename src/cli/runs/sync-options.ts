// What the command line of `sync` says, and how its words are read.
import { InvalidArgumentError } from "commander";
import type { AlertStatus } from "../../sync/report/alerts.ts";
import { refusedStatuses } from "../../sync/report/outcome.ts";
import type { InputOptions } from "../input/input-options.ts";
import type { ServerOptions } from "../server/server-options.ts";

/** What the command line says. */
export interface SyncCommandOptions extends ServerOptions, InputOptions {
  readonly dryRun?: true;
  /** A run's id, or "last". */
  readonly resume?: string;
  readonly state: string;
  readonly batchSize?: number;
  readonly sourceName?: string;
  readonly alert?: AlertLimits;
  readonly allowShrink?: string;
  readonly allowInvalid?: string;
  readonly invalidRows: "send" | "skip";
  readonly results?: string;
  readonly ledger?: string;
}

/** From which share (0 to 1) or age (milliseconds) on to alert. */
export type AlertLimits = Readonly<Partial<Record<AlertStatus | "age", number>>>;

const statuses: readonly AlertStatus[] = refusedStatuses;
const hour = 3_600_000;
const units: Readonly<Record<string, number>> = { m: hour / 60, h: hour, d: 24 * hour };

/** Reads `not_found=5%` or `age=26h`. */
export function collectAlert(text: string, before: AlertLimits = {}): AlertLimits {
  const [name = "", value = ""] = text.split("=");
  const status = statuses.find((one) => one === name);
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(value) ?? [];
  if (status && percent !== undefined && Number(percent) <= 100) return { ...before, [status]: Number(percent) / 100 };
  const [, count, unit = ""] = /^(\d{1,5})([mhd])$/.exec(value) ?? [];
  if (name === "age" && count !== undefined) return { ...before, age: Number(count) * (units[unit] ?? hour) };
  throw new InvalidArgumentError(`Such as ${statuses.map((one) => `${one}=5%`).join(", ")} or age=26h.`);
}

/** Reads a batch size. */
export function toBatchSize(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 10_000) return Number(text);
  throw new InvalidArgumentError("It is a number from 1 to 10000.");
}

/** Reads a source name, to which the number of the batch is added. */
export function toSourceName(text: string): string {
  const name = text.trim();
  if (name !== "" && name.length <= 170) return name;
  throw new InvalidArgumentError("It has 1 to 170 characters.");
}

/** Reads why a guard is overruled. */
export function toReason(text: string): string {
  if (text.trim() !== "") return text.trim();
  throw new InvalidArgumentError("Say why: the reason is written to the audit log.");
}
