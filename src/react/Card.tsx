"use client";
// Lays out the card: the steps in the guide's order, each shown in its states, and the list of common errors.
import { type CSSProperties, memo, type ReactElement, useState } from "react";
import { maxUsersPerImport } from "../contract/import.ts";
import { template } from "../csv/write/template.ts";
import { isLocked } from "../importer/machine/before-review.ts";
import type { ImporterState, Review } from "../importer/state.ts";
import { useCard } from "./context/card-context.ts";
import { laterScreens } from "./context/load-later-screens.ts";
import { Button } from "./controls/Button.tsx";
import { Heading } from "./controls/Heading.tsx";
import { Icon } from "./controls/Icon.tsx";
import { RichText } from "./controls/Notice.tsx";
import { download } from "./export/download.ts";
import { FileStep } from "./file/FileStep.tsx";
import { useNoFileNavigation } from "./file/file-drop.ts";
import { useObjectVersion } from "./hooks/use-object-version.ts";
import { ImportProgress } from "./progress/ImportProgress.tsx";
import { DeleteSourceDialog } from "./sources/DeleteSourceDialog.tsx";
import { SourceList } from "./sources/SourceList.tsx";
import type { UseImporter } from "./use-importer.ts";

export interface CardProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly style: CSSProperties | undefined;
  readonly theme: "light" | "dark" | "auto";
  readonly maxRows: number | undefined;
  readonly skipInvalid: boolean;
  readonly engine: UseImporter;
}

export function Card({ id, className, style, theme, maxRows, skipInvalid, engine }: CardProps): ReactElement {
  const { messages, appName } = useCard();
  const { state, sources, remembered, actions, sourceActions } = engine;
  const later = laterScreens();
  const offersCheck = sources.extensions.includes("dryRun");
  const review = reviewOf(state);
  const fileVersion = useObjectVersion(review?.file);
  const [hasBegun, setHasBegun] = useState(false);
  if (state.status !== "idle" && !hasBegun) setHasBegun(true);
  // Another object each time the sources heading is to take focus.
  const [focusSources, setFocusSources] = useState<object | null>(null);
  useNoFileNavigation();

  return (
    <section
      id={id}
      className={className ? `ieu-root ${className}` : "ieu-root"}
      style={style}
      data-theme={theme}
      data-status={state.status}
      // The application's name distinguishes two cards on one page.
      aria-label={appName ? `${messages.card.title}, ${appName}` : messages.card.title}
    >
      <MemoHeader />
      {state.status !== "finished" && (
        <FileStep
          state={state}
          actions={actions}
          maxRows={Math.min(maxRows ?? maxUsersPerImport, maxUsersPerImport)}
          offersCheck={offersCheck}
          hasBegun={hasBegun}
        />
      )}
      {later && state.status === "reviewing" && state.dropped && (
        <later.MergeOffer review={state.review} dropped={state.dropped} onDecide={actions.decideMerge} />
      )}
      {later && review && state.status !== "idle" && state.status !== "finished" && (
        <later.ReviewStep
          key={fileVersion}
          review={review}
          isLocked={isLocked(state)}
          offersCheck={offersCheck}
          isStillRemembered={remembered?.some(({ signature }) => signature === review.remembered?.signature) ?? false}
          actions={actions}
        >
          <later.StartBar
            review={review}
            dropped={state.status === "reviewing" ? state.dropped : null}
            sourceName={state.sourceName}
            skipInvalid={skipInvalid}
            isReady={state.status === "reviewing"}
            unconfirmed={state.status === "reviewing" ? state.unconfirmed : null}
            offersCheck={offersCheck}
            actions={actions}
            onConfirm={actions.assignColumn}
          />
        </later.ReviewStep>
      )}
      <ImportProgress state={state} actions={actions} />
      {later && state.status === "paused" && <later.PausedPanel state={state} actions={actions} />}
      {later && state.status === "failed" && (
        <later.FailurePanel
          state={state}
          isRepeatSafe={sources.extensions.includes("idempotencyKey")}
          actions={actions}
          onCheckSources={() => {
            sourceActions.refresh();
            setFocusSources({});
          }}
        />
      )}
      {later && state.status === "finished" && (
        <later.ResultStep
          report={state.report}
          review={state.review}
          sources={sources}
          onUndo={sourceActions.askDelete}
          onImportRest={actions.importRest}
          onRestart={actions.restart}
        />
      )}
      <MemoSources list={sources} actions={sourceActions} focusFor={focusSources} />
      {later && remembered && <later.RememberedMappings entries={remembered} onForget={actions.forgetMapping} />}
      <MemoCommonErrors />
      {sources.deleting && (
        <DeleteSourceDialog key={sources.deleting.source.id} prompt={sources.deleting} actions={sourceActions} />
      )}
    </section>
  );
}

// Memoised: independent of the chosen file.
const MemoHeader = memo(CardHeader);
const MemoSources = memo(SourceList);
const MemoCommonErrors = memo(CommonErrors);

function CardHeader(): ReactElement {
  const { messages, slotClass } = useCard();
  const words = messages.card;
  return (
    <div className={slotClass("header")}>
      <div className="ieu-intro">
        <Heading depth={0}>{words.title}</Heading>
        <p className="ieu-lead">{words.lead}</p>
      </div>
      <Button icon="download" onClick={() => download("import-existing-users-template", template())}>
        {words.downloadTemplate}
      </Button>
    </div>
  );
}

/** Lists the guide's common errors and their remedies, folded away. */
function CommonErrors(): ReactElement {
  const { messages, format, slotClass } = useCard();
  return (
    <details className={`ieu-details ${slotClass("section")}`} data-step="help">
      <summary className="ieu-summary">
        {messages.help.heading}
        <Icon name="down" />
      </summary>
      <ul className="ieu-help">
        {Object.entries(messages.help.entries).map(([key, entry]) => (
          <li key={key} className="ieu-help-entry">
            <RichText text={entry(format)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

// While another file is being read, the previous review stays on the screen.
function reviewOf(state: ImporterState): Review | null {
  if (state.status === "reading") return state.previous;
  return "review" in state && state.status !== "finished" ? state.review : null;
}
