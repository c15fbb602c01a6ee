"use client";
// First step: name the source, choose the file, see how it was read.
import { type ReactElement, type RefObject, useEffect, useRef } from "react";
import { useDropzone } from "react-dropzone";
import type { ImporterActions } from "../../importer/actions.ts";
import type { ImporterState } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { loadedParts } from "../context/load-later-screens.ts";
import { useAfter } from "../hooks/use-delay.ts";
import { ReadingFile } from "./ReadingFile.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { SourceName } from "./SourceName.tsx";
import { UploadZone } from "./UploadZone.tsx";
import { useCardDrop } from "./use-card-drop.ts";

export interface FileStepProps {
  readonly state: Exclude<ImporterState, { status: "finished" }>;
  readonly actions: ImporterActions;
  readonly maxRows: number;
  /** False until the first file: a page that has just loaded keeps its focus. */
  readonly hasBegun: boolean;
}

export function FileStep({ state, actions, maxRows, hasBegun }: FileStepProps): ReactElement {
  const { messages, slotClass } = useCard();
  const parts = loadedParts();
  const isLocked = state.status === "importing";
  const zone = useDropzone({
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    noDrag: isLocked,
    multiple: false,
    preventDropOnDocument: false,
    onDrop: (accepted, rejected) => actions.chooseFiles([...accepted, ...rejected.map(({ file }) => file)]),
  });
  useCardDrop(zone.rootRef, isLocked, actions.chooseFiles);
  const review = state.status === "reading" ? state.previous : state.status === "idle" ? null : state.review;
  const refusal = state.status === "reading" || state.status === "importing" ? null : (state.refusal ?? null);
  const isReading = state.status === "reading";
  const isOtherRead = isReading && review?.file !== state.file;
  const isReadingShown = useAfter(isOtherRead ? state.choices : null, blink) && isOtherRead;
  const fileButton = useFileButton(hasBegun && !isReadingShown);
  const inputProps = zone.getInputProps({
    accept: ".csv,.tsv,.txt,text/csv",
    // The visible button opens it; a second button of the same name would only confuse.
    hidden: true,
    style: undefined,
    // In place of the library's own, which is English.
    "aria-label": messages.file.upload,
  });

  return (
    <div className={slotClass("section")} data-step="file">
      <SourceName name={state.sourceName} isLocked={isLocked} isChecked={review !== null} onName={actions.nameSource} />
      <div {...zone.getRootProps({ className: "ieu-drop", role: "presentation" })} data-dragging={zone.isDragActive}>
        {/* What is chosen needs none of the looking into folders and links that a drop does. */}
        <input {...inputProps} onChange={({ target }) => target.files?.[0] && actions.chooseFiles([...target.files])} />
        {!review && !isReadingShown && (
          <UploadZone isDragging={zone.isDragActive} maxRows={maxRows} buttonRef={fileButton} onOpen={zone.open} />
        )}
        {isReadingShown && <ReadingFile file={state.file} share={state.share} onCancel={actions.cancel} />}
        {parts && review && (
          <parts.FileFacts
            review={review}
            isDragging={zone.isDragActive}
            isLocked={isLocked}
            buttonRef={fileButton}
            onOpen={zone.open}
            onChoose={actions.changeDialect}
          />
        )}
      </div>
      {refusal && <RefusalNotice refusal={refusal} maxRows={maxRows} onOverrule={actions.overruleRefusal} />}
    </div>
  );
}

// Milliseconds. A file that is read sooner is shown itself: a screen that flashes by would only make it wait.
const blink = 100;

// The button that chooses a file: the keyboard goes on from there when the button it was on has gone.
function useFileButton(mayFocus: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Only a focus that went with its button is brought back, never one that is elsewhere.
    if (mayFocus && document.activeElement === document.body) button.current?.focus();
  }, [mayFocus]);
  return button;
}
