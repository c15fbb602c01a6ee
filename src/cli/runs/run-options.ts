// What `sync` and `reconcile` have in common: guards, alerts and progress, as the command line says.
import type { GuardOptions } from "../../sync/report/guards.ts";
import type { SyncProgress } from "../../sync/report/sync-report.ts";
import type { SyncOptions } from "../../sync/run/sync-options.ts";
import type { Output } from "../terminal/output.ts";
import type { AlertLimits } from "./sync-options.ts";
import { toEventText, toProgressText } from "./sync-text.ts";

/** Each flag overrules its own guard, and its reason goes to the audit log. */
export function toGuards(options: { readonly allowShrink?: string; readonly allowInvalid?: string }): GuardOptions {
  const { allowShrink, allowInvalid } = options;
  const reason = [allowShrink, allowInvalid].filter(Boolean).join("; ");
  const shrink = allowShrink === undefined ? [] : (["input_shrunk"] as const);
  const invalid = allowInvalid === undefined ? [] : (["first_batch_invalid", "first_batch_refused"] as const);
  return reason === "" ? {} : { override: { reason, guards: [...shrink, ...invalid] } };
}

/** What the command line asks for counts from the first user on; else the run's own limits are only said. */
export function toAlerts({ alert }: { readonly alert?: AlertLimits }): NonNullable<SyncOptions["alerts"]> {
  if (!alert) return {};
  const { age, ...maxStatusShares } = alert;
  return { maxStatusShares, maxAge: age, minUsers: 1 };
}

/** Shows how far a run is, and what a person should hear of at once. */
export function showProgress(event: SyncProgress, update: (text: string) => void, output: Output): void {
  const text = toEventText(event);
  if (text !== null) output.warn(text);
  if (event.type !== "runFinished") update(toProgressText(event));
}
