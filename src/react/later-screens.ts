// Exports the screens that follow the choice of a file; loaded by one dynamic import, as they are half of the card.

// Joins this part to the reader's, so that a bundler puts the review, which both need, into one of two files, and makes no third: 1 kB less in all.
export { transition } from "../importer/effects/reader-chunk.ts";
export { FileFacts } from "./file/FileFacts.tsx";
export { RememberedMappings } from "./mapping/RememberedMappings.tsx";
export { MergeOffer, ReviewStep, StartBar } from "./preview/ReviewStep.tsx";
export { toAnnouncement } from "./progress/announcement.ts";
export { FailurePanel } from "./progress/FailurePanel.tsx";
export { RunCancel, RunHeading, RunLine } from "./progress/RunningImport.tsx";
export { ResultStep } from "./result/ResultStep.tsx";
export { SourceResults } from "./sources/SourceResults.tsx";
