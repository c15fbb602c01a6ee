// Exports the screens that follow the choice of a file; loaded by one dynamic import, as they are half of the card.

// Also exports from the reader's chunk, so that bundlers make no third chunk for the review, which both parts need; saves 1 kB.
export { transition } from "../importer/effects/reader-chunk.ts";
export { FileFacts } from "./file/FileFacts.tsx";
export { RememberedMappings } from "./mapping/RememberedMappings.tsx";
export { english } from "./messages/en.ts";
export { MergeOffer, ReviewStep } from "./preview/ReviewStep.tsx";
export { StartBar } from "./preview/StartBar.tsx";
export { toAnnouncement } from "./progress/announcement.ts";
export { FailurePanel } from "./progress/FailurePanel.tsx";
export { PausedPanel } from "./progress/PartsProgress.tsx";
export { RunCancel, RunHeading, RunLine } from "./progress/RunningImport.tsx";
export { ResultStep } from "./result/ResultStep.tsx";
export { SourceResults } from "./sources/SourceResults.tsx";
