// Exports the screens of a plain file, from its reading to Start; loaded by one dynamic import, before a file is read.

// Also exports from the reader's chunk, so that bundlers make no third chunk for the review, which both parts need; saves 1 kB.
export { transition } from "../importer/effects/reader-chunk.ts";
export { FileFacts } from "./file/FileFacts.tsx";
export { fileWords } from "./messages/en-file.ts";
export { Practice } from "./preview/Practice.tsx";
export { isPlainReview } from "./preview/plain-review.ts";
export { ReviewStep } from "./preview/ReviewStep.tsx";
export { StartBar } from "./preview/StartBar.tsx";
export { toReadText } from "./progress/announcement.ts";
