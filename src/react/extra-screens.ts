// Exports all screens and texts that neither the first screen nor a plain file needs, from the offers to the result; loaded by one dynamic import, after those.

// Also exports from the reader's chunk, as in later-screens.ts.
export { stringify } from "../csv/write/stringify.ts";
export { transition } from "../importer/effects/reader-chunk.ts";
export { toPreviewRecords } from "./export/row-exports.ts";
export { CopyReport, FileNotices, SheetFact } from "./file/FileNotices.tsx";
export { DateNotices } from "./mapping/DateNotices.tsx";
export { DuplicatesOffer } from "./mapping/DuplicatesOffer.tsx";
export { FoundOffers } from "./mapping/FoundOffers.tsx";
export { EmptyTextsOffer, FieldOffers } from "./mapping/MappingOffers.tsx";
export { RememberedMappings, RememberedNote } from "./mapping/RememberedMappings.tsx";
export { english } from "./messages/en.ts";
export { CheckedCell } from "./preview/CheckedCell.tsx";
export { CheckState } from "./preview/CheckState.tsx";
export { CorrectionBar } from "./preview/CorrectionBar.tsx";
export { toCauseFilters, toStatusFilters } from "./preview/cause-filters.ts";
export { FindReplace } from "./preview/FindReplace.tsx";
export { LeaveOutBar } from "./preview/LeftOutRows.tsx";
export { MergeOffer } from "./preview/MergeOffer.tsx";
export { PreviewCell } from "./preview/PreviewCell.tsx";
export { DoubtNotice } from "./preview/StartDoubt.tsx";
export { FailurePanel } from "./progress/FailurePanel.tsx";
export { PausedPanel } from "./progress/PartsProgress.tsx";
export { RunCancel, RunHeading, RunLine } from "./progress/RunningImport.tsx";
export { toAnnouncement } from "./progress/state-announcement.ts";
export { ResultStep } from "./result/ResultStep.tsx";
export { DeleteSourceDialog } from "./sources/DeleteSourceDialog.tsx";
export { SourceResults } from "./sources/SourceResults.tsx";
