"use client";
// The steps of the card, in the guide's order. Each shows itself in its own states, wherever a layout places it.
import { memo, type ReactElement } from "react";
import { template } from "../csv/write/template.ts";
import { isLocked } from "../importer/machine/before-review.ts";
import type { ImporterState, Review } from "../importer/state.ts";
import { useCard } from "./context/card-context.ts";
import { useExtraScreens, useHasExtrasFailed } from "./context/load-extra-screens.ts";
import { laterScreens } from "./context/load-later-screens.ts";
import { useSteps } from "./context/steps-context.ts";
import { Button } from "./controls/Button.tsx";
import { Heading } from "./controls/Heading.tsx";
import { Icon } from "./controls/Icon.tsx";
import { RichText } from "./controls/Notice.tsx";
import { NotLoaded } from "./controls/NotLoaded.tsx";
import { download } from "./export/download.ts";
import { FileStep as FileScreen } from "./file/FileStep.tsx";
import { useObjectVersion } from "./hooks/use-object-version.ts";
import { ImportProgress } from "./progress/ImportProgress.tsx";
import { SourceList } from "./sources/SourceList.tsx";

/** The title of the card, and the button that downloads the template. */
export function CardHeader(): ReactElement {
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

/** The source name, the zone for the file, and how the file was read. Not shown on the result. */
export function FileStep(): ReactElement | null {
  const { engine, maxRows, hasBegun, readsWorkbooks } = useSteps();
  const { state, sources, actions } = engine;
  if (state.status === "finished") return null;
  // Until the list is there, a check may be offered: a text that changes later would move what is around it.
  const isUnknown = sources.status === "loading" && sources.sources.length === 0;
  const offersCheck = isUnknown || sources.extensions.includes("dryRun");
  return (
    <FileScreen
      state={state}
      actions={actions}
      maxRows={maxRows}
      offersCheck={offersCheck}
      hasBegun={hasBegun}
      readsWorkbooks={readsWorkbooks}
    />
  );
}

/** The columns, the preview of the rows, and the bar with Start. Shown once a file was read. */
export function PreviewStep(): ReactElement | null {
  const { engine, skipInvalid } = useSteps();
  const { state, sources, remembered, actions } = engine;
  const later = laterScreens();
  const extra = useExtraScreens();
  const review = reviewOf(state);
  const fileVersion = useObjectVersion(review?.file);
  const hasFailed = useHasExtrasFailed();
  const dropped = state.status === "reviewing" ? state.dropped : null;
  if (!later || !review) return null;
  // Without its offers and notices, a file would look as if there was nothing to decide.
  if (!extra && !hasFailed && (dropped || !later.isPlainReview(review))) return null;
  const offersCheck = sources.extensions.includes("dryRun");
  return (
    <>
      {extra && dropped && <extra.MergeOffer review={review} dropped={dropped} onDecide={actions.decideMerge} />}
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
          dropped={dropped}
          sourceName={"sourceName" in state ? state.sourceName : ""}
          skipInvalid={skipInvalid}
          isReady={state.status === "reviewing"}
          unconfirmed={state.status === "reviewing" ? state.unconfirmed : null}
          offersCheck={offersCheck}
          actions={actions}
          onConfirm={actions.assignColumn}
        />
      </later.ReviewStep>
    </>
  );
}

/** The running, paused or failed import, and the line that announces every state to assistive technology. Belongs in each layout. */
export function ImportStep(): ReactElement {
  const { engine, setFocusSources } = useSteps();
  const { state, sources, actions, sourceActions } = engine;
  const extra = useExtraScreens();
  return (
    <>
      {/* While a file is on the screen, the bar with Start says so. */}
      {(sources.opened || sources.deleting) && !reviewOf(state) && <NotLoaded onLoaded={() => setFocusSources({})} />}
      <ImportProgress state={state} actions={actions} />
      {extra && state.status === "paused" && <extra.PausedPanel state={state} actions={actions} />}
      {extra && state.status === "failed" && (
        <extra.FailurePanel
          state={state}
          isRepeatSafe={sources.extensions.includes("idempotencyKey")}
          actions={actions}
          onCheckSources={() => {
            sourceActions.refresh();
            setFocusSources({});
          }}
        />
      )}
    </>
  );
}

/** The result of an import. */
export function ResultStep(): ReactElement | null {
  const { state, sources, actions, sourceActions } = useSteps().engine;
  const extra = useExtraScreens();
  if (!extra || state.status !== "finished") return null;
  return (
    <extra.ResultStep
      report={state.report}
      review={state.review}
      sources={sources}
      onUndo={sourceActions.askDelete}
      onImportRest={actions.importRest}
      onRestart={actions.restart}
    />
  );
}

// Memoised: independent of the chosen file.
const MemoSources = memo(SourceList);

/** The saved sources, and the remembered mappings. */
export function SourcesStep(): ReactElement {
  const { engine, focusSources } = useSteps();
  const { state, sources, remembered, actions, sourceActions } = engine;
  const extra = useExtraScreens();
  return (
    <>
      <MemoSources list={sources} lastPart={lastSavedPart(state)} actions={sourceActions} focusFor={focusSources} />
      {extra && remembered && <extra.RememberedMappings entries={remembered} onForget={actions.forgetMapping} />}
    </>
  );
}

// Of a run that has not ended: whether its further parts will be saved is still open.
function lastSavedPart(state: ImporterState): string | null {
  if (!("run" in state)) return null;
  const { parts, saved } = state.run;
  return parts[saved.length - 1]?.sourceName ?? null;
}

/** The guide's common errors and their remedies, folded away. */
export function HelpStep(): ReactElement {
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
