// Exports the screens that follow the choice of a file; loaded by one dynamic import, as they are half of the card.

export { FileFacts } from "./file/FileFacts.tsx";
export { RememberedMappings } from "./mapping/RememberedMappings.tsx";
export { MergeOffer, ReviewStep, StartBar } from "./preview/ReviewStep.tsx";
export { FailurePanel } from "./progress/FailurePanel.tsx";
export { ResultStep } from "./result/ResultStep.tsx";
export { SourceResults } from "./sources/SourceResults.tsx";
