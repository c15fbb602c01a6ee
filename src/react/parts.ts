// What the card shows once a file is chosen, behind one dynamic import: with the table it is half of the card.

export { FailurePanel } from "./FailurePanel.tsx";
export { FileFacts } from "./FileFacts.tsx";
export { MergeOffer } from "./MergeOffer.tsx";
export { RememberedMappings } from "./RememberedMappings.tsx";
export { ResultStep } from "./ResultStep.tsx";
export { ReviewStep } from "./ReviewStep.tsx";
export { SourceResults } from "./SourceResults.tsx";
export { StartBar } from "./StartBar.tsx";
