"use client";
// Renders the card: its section, the layout of its steps, and the dialog over them.
import { type CSSProperties, type ReactElement, type ReactNode, useMemo, useState } from "react";
import { maxUsersPerImport } from "../contract/import.ts";
import { useCard } from "./context/card-context.ts";
import { useExtraScreens } from "./context/load-extra-screens.ts";
import { laterScreens } from "./context/load-later-screens.ts";
import { StepsContext } from "./context/steps-context.ts";
import { useNoFileNavigation } from "./file/file-drop.ts";
import { CardHeader, FileStep, HelpStep, ImportStep, PreviewStep, ResultStep, SourcesStep } from "./steps.tsx";
import type { UseImporter } from "./use-importer.ts";

export interface CardProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly style: CSSProperties | undefined;
  readonly theme: "light" | "dark" | "auto";
  readonly maxRows: number | undefined;
  readonly skipInvalid: boolean;
  readonly readsWorkbooks: boolean;
  readonly engine: UseImporter;
  /** The layout of the steps. */
  readonly children: ReactNode;
}

export function Card(props: CardProps): ReactElement {
  const {
    id,
    className,
    style,
    theme,
    maxRows = maxUsersPerImport,
    skipInvalid,
    readsWorkbooks,
    engine,
    children,
  } = props;
  const { messages, appName } = useCard();
  const { state, sources, sourceActions } = engine;
  const [hasBegun, setHasBegun] = useState(false);
  if ((state.status !== "idle" || state.refusal) && !hasBegun) setHasBegun(true);
  const [focusSources, setFocusSources] = useState<object | null>(null);
  const steps = useMemo(() => {
    const limit = Math.min(maxRows, maxUsersPerImport);
    return { engine, maxRows: limit, skipInvalid, readsWorkbooks, hasBegun, focusSources, setFocusSources };
  }, [engine, maxRows, skipInvalid, readsWorkbooks, hasBegun, focusSources]);
  const { deleting } = sources;
  const later = laterScreens();
  const extra = useExtraScreens();
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
      <StepsContext.Provider value={steps}>{children ?? defaultLayout}</StepsContext.Provider>
      {later && state.status === "idle" && <later.Practice />}
      {extra && deleting && (
        // One dialog for all sources that are deleted together.
        <extra.DeleteSourceDialog
          key={(deleting.others.at(-1) ?? deleting.source).id}
          prompt={deleting}
          actions={sourceActions}
        />
      )}
    </section>
  );
}

// The same element on each render, so that only the steps are rendered anew.
const defaultLayout = (
  <>
    <CardHeader />
    <FileStep />
    <PreviewStep />
    <ImportStep />
    <ResultStep />
    <SourcesStep />
    <HelpStep />
  </>
);
