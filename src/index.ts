// Front door: the card, the hook behind it, and the client.

export { createImportClient, type ImportClientOptions } from "./client/create-import-client.ts";
export type { ImportClient } from "./client/import-client.ts";
export type { Rollback, Source } from "./contract/source.ts";
export type { Counters, RowStatus } from "./contract/status.ts";
export type { ImporterActions } from "./importer/actions.ts";
export type { MappingStorage } from "./importer/effects/mapping-memory.ts";
export type { SourceListActions, SourceListState } from "./importer/sources/source-list.ts";
export type { ImporterState, ImportFailure, ImportReport, RememberedMapping, ReportRow } from "./importer/state.ts";
export type {
  ButtonPartProps,
  CardComponents,
  DialogPartProps,
  InputPartProps,
  ProgressPartProps,
  SelectPartProps,
} from "./react/context/card-components.ts";
export type { ClassNames, HeadingLevel, Slot } from "./react/context/card-context.ts";
export { ImportExistingUsers, type ImportExistingUsersProps } from "./react/ImportExistingUsers.tsx";
export type { Format, PluralForms } from "./react/messages/format.ts";
export type { MessageOverrides, Messages } from "./react/messages/messages.ts";
export { CardHeader, FileStep, HelpStep, ImportStep, PreviewStep, ResultStep, SourcesStep } from "./react/steps.tsx";
export { type ImporterOptions, type UseImporter, useImporter } from "./react/use-importer.ts";
