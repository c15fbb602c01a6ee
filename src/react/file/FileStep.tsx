"use client";
// Shows the first step: name the source, choose or drop a file, watch it being read, see how it was read.
import { type ReactElement, type RefObject, useEffect, useId, useRef } from "react";
import { useDropzone } from "react-dropzone";
import { userFields } from "../../contract/fields.ts";
import { maxSourceNameLength } from "../../contract/import.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { isLocked } from "../../importer/machine/before-review.ts";
import type { ChosenFile, ImporterState } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { laterScreens } from "../context/load-later-screens.ts";
import { Button } from "../controls/Button.tsx";
import { Input, Progress } from "../controls/Field.tsx";
import { Icon } from "../controls/Icon.tsx";
import { RichText } from "../controls/Notice.tsx";
import { focusAfterPaint } from "../hooks/focus-after-paint.ts";
import { readingScreenDelay } from "../hooks/hold-reading.ts";
import { useHasLasted } from "../hooks/timing.ts";
import { toPastedFiles, useCardDrop } from "./file-drop.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";

export interface FileStepProps {
  readonly state: Exclude<ImporterState, { status: "finished" }>;
  readonly actions: ImporterActions;
  readonly maxRows: number;
  /** False until the first file is chosen: a page that has just loaded keeps its focus. */
  readonly hasBegun: boolean;
  /** True if the server offers dry runs, so that a check may send rows, too. */
  readonly offersCheck: boolean;
  /** True if Excel workbooks may be chosen, too. */
  readonly readsWorkbooks: boolean;
}

const textFiles = ".csv,.tsv,.txt,text/csv";
const workbookFiles = ".xlsx,.xlsm";

export function FileStep({
  state,
  actions,
  maxRows,
  hasBegun,
  offersCheck,
  readsWorkbooks,
}: FileStepProps): ReactElement {
  const { messages, slotClass } = useCard();
  const later = laterScreens();
  const locked = isLocked(state);
  const zone = useDropzone({
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    noDrag: locked,
    multiple: false,
    preventDropOnDocument: false,
    onDrop: (accepted, rejected) => actions.chooseFiles([...accepted, ...rejected.map(({ file }) => file)]),
  });
  useCardDrop(zone.rootRef, locked, actions.chooseFiles);
  const review = state.status === "reading" ? state.previous : state.status === "idle" ? null : state.review;
  const refusal = "refusal" in state ? (state.refusal ?? null) : null;
  const isReading = state.status === "reading";
  const isNewFile = isReading && review?.file !== state.file;
  // Without a review, the card learns of a reading only once it has lasted.
  const hasLasted = useHasLasted(isNewFile && review ? state.choices : null, readingScreenDelay);
  const isReadingShown = isNewFile && (hasLasted || !review);
  const fileButton = useFileButton(hasBegun && !isReadingShown, review?.file);
  const inputProps = zone.getInputProps({
    accept: readsWorkbooks ? `${textFiles},${workbookFiles}` : textFiles,
    // Opened by the visible button; a second control with the same name would confuse.
    hidden: true,
    style: undefined,
    // Replaces the library's English label.
    "aria-label": messages.file.upload,
  });

  return (
    <div className={slotClass("section")} data-step="file">
      <SourceName name={state.sourceName} isLocked={locked} isChecked={review !== null} onName={actions.nameSource} />
      <div
        {...zone.getRootProps({ className: "ieu-drop", role: "presentation" })}
        data-dragging={zone.isDragActive}
        onPaste={(event) => {
          const files = locked ? [] : toPastedFiles(event.nativeEvent, messages.file.pasted);
          if (files.length === 0) return;
          event.preventDefault();
          actions.chooseFiles(files);
        }}
      >
        {/* Replaces the library's handler: a chosen file needs no search through dropped folders and links. */}
        <input {...inputProps} onChange={({ target }) => target.files?.[0] && actions.chooseFiles([...target.files])} />
        {!review && !isReadingShown && (
          <UploadZone
            isDragging={zone.isDragActive}
            maxRows={maxRows}
            privacy={messages.file[offersCheck ? "privacyWithCheck" : "privacy"]}
            buttonRef={fileButton}
            onOpen={zone.open}
          />
        )}
        {isReadingShown && <ReadingFile file={state.file} share={state.share} onCancel={actions.cancel} />}
        {later && review && (
          <later.FileFacts
            review={review}
            isDragging={zone.isDragActive}
            isLocked={locked}
            buttonRef={fileButton}
            onOpen={zone.open}
            onChoose={actions.changeDialect}
          />
        )}
      </div>
      {refusal && (
        <RefusalNotice
          refusal={refusal}
          shownFile={review?.file.name ?? null}
          maxRows={maxRows}
          onOverrule={actions.overruleRefusal}
        />
      )}
    </div>
  );
}

// The button that chooses a file takes over the focus of a button that has gone.
function useFileButton(mayFocus: boolean, file: ChosenFile | undefined): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const known = useRef(file);
  useEffect(() => {
    const element = button.current;
    // Once a file was read, the heading of its preview takes the focus.
    const isRead = known.current !== file;
    known.current = file;
    // The body is active when the focused element was removed; focus anywhere else stays.
    if (mayFocus && !isRead && element && document.activeElement === document.body)
      return focusAfterPaint(element, () => element.focus());
  }, [mayFocus, file]);
  return button;
}

interface SourceNameProps {
  readonly name: string;
  readonly isLocked: boolean;
  /** False while nothing can be started yet: then a blank name is no problem. */
  readonly isChecked: boolean;
  readonly onName: (name: string) => void;
}

/** The field for the name under which the import is saved. */
function SourceName({ name, isLocked, isChecked, onName }: SourceNameProps): ReactElement {
  const { messages, format } = useCard();
  const id = useId();
  const blockers = messages.start.blockers;
  const length = name.trim().length;
  const problem =
    length > maxSourceNameLength
      ? blockers.source_name_too_long(length, maxSourceNameLength, format)
      : isChecked && length === 0
        ? blockers.source_name_blank
        : null;
  return (
    <div className="ieu-field">
      <label className="ieu-label" htmlFor={id}>
        {messages.file.sourceName}
      </label>
      <Input
        id={id}
        type="text"
        autoComplete="off"
        value={name}
        readOnly={isLocked}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onName(event.target.value)}
      />
      <p id={`${id}-hint`} className={problem ? "ieu-problem" : "ieu-hint"}>
        {problem ?? messages.file.sourceNameHint}
      </p>
    </div>
  );
}

interface UploadZoneProps {
  readonly isDragging: boolean;
  readonly maxRows: number;
  readonly privacy: string;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onOpen: () => void;
}

/** The drop zone of the first file, with the requirements for it. */
function UploadZone({ isDragging, maxRows, privacy, buttonRef, onOpen }: UploadZoneProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.file;
  const rules = [
    words.required(headersOf(true), format),
    words.optional(headersOf(false), format),
    words.limits(maxRows, format),
    words.dates(format),
  ];
  return (
    <div className={slotClass("zone")} data-dragging={isDragging}>
      <span className="ieu-zone-picture">
        <Icon name={isDragging ? "download" : "file"} />
      </span>
      <p className="ieu-zone-title">{isDragging ? words.dropNow : words.drop}</p>
      <Button look="primary" icon="upload" buttonRef={buttonRef} onClick={onOpen}>
        {words.upload}
      </Button>
      <ul className="ieu-zone-rules">
        {rules.map((rule) => (
          <li key={rule} className="ieu-zone-rule">
            <RichText text={rule} />
          </li>
        ))}
      </ul>
      <p className="ieu-privacy">
        <Icon name="lock" />
        {privacy}
      </p>
    </div>
  );
}

function headersOf(required: boolean): string[] {
  return userFields.filter((field) => field.required === required).map((field) => field.header);
}

interface ReadingFileProps {
  readonly file: ChosenFile;
  /** From 0 to 1. */
  readonly share: number;
  readonly onCancel: () => void;
}

/** The file that is being read, with progress and Cancel. */
function ReadingFile({ file, share, onCancel }: ReadingFileProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const id = useId();
  return (
    <div className={slotClass("facts")}>
      <div className="ieu-file">
        <Icon name="file" />
        <div className="ieu-file-text">
          <p id={id} className="ieu-file-name">
            {messages.progress.reading(file.name)}
          </p>
          <p className="ieu-hint">{messages.progress.readingShare(share, format)}</p>
        </div>
        <Button onClick={onCancel}>{messages.progress.cancel}</Button>
      </div>
      <Progress value={share} max={1} aria-labelledby={id} />
    </div>
  );
}
