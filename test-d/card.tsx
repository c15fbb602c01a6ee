// Types of the front door: what a host may give the card, and what it is told.
import {
  type ButtonPartProps,
  type CardComponents,
  CardHeader,
  createImportClient,
  FileStep,
  HelpStep,
  type ImportClient,
  ImportExistingUsers,
  type ImportExistingUsersProps,
  type ImportFailure,
  type ImportReport,
  ImportStep,
  type MessageOverrides,
  type Messages,
  PreviewStep,
  ResultStep,
  type Rollback,
  type RowStatus,
  SourcesStep,
  useImporter,
} from "import-existing-users";
import { german } from "import-existing-users/messages/de";
import { expectSame, expectType } from "./same.ts";

declare const client: ImportClient;
declare const maybe: string | undefined;

// An application or a client of one's own: one of both is needed, both together are right.
<ImportExistingUsers appId="app_1" />;
<ImportExistingUsers client={client} />;
<ImportExistingUsers appId="app_1" client={client} />;
// @ts-expect-error neither application nor client
<ImportExistingUsers />;
// @ts-expect-error an application has a text for an id
<ImportExistingUsers appId={1} />;
// @ts-expect-error what is not known yet is for the host to wait for
<ImportExistingUsers appId={maybe} />;

// A host replaces parts by components of its own, and lays the steps out.
const components: Partial<CardComponents> = {
  Button: ({ look, ...button }: ButtonPartProps) => <button {...button} type="button" title={look} />,
};
<ImportExistingUsers appId="app_1" components={components}>
  <CardHeader />
  <FileStep />
  <PreviewStep />
  <ImportStep />
  <ResultStep />
  <SourcesStep />
  <HelpStep />
</ImportExistingUsers>;
// @ts-expect-error there is no such part
<ImportExistingUsers appId="app_1" components={{ Table: () => null }} />;

// A host with optional values of its own passes them on as they are.
<ImportExistingUsers
  appId="app_1"
  appName={maybe}
  baseUrl={maybe}
  locale={maybe}
  className={maybe}
  theme={undefined}
/>;

// @ts-expect-error three themes
<ImportExistingUsers appId="app_1" theme="black" />;
// @ts-expect-error headings have six levels
<ImportExistingUsers appId="app_1" headingLevel={7} />;
// @ts-expect-error rows are sent or skipped
<ImportExistingUsers appId="app_1" invalidRows="drop" />;
// @ts-expect-error a part that the card does not have
<ImportExistingUsers appId="app_1" classNames={{ butten: "portal-button" }} />;
// @ts-expect-error the card loads its parts itself
<ImportExistingUsers appId="app_1" prepare={async () => {}} />;
// @ts-expect-error aliases belong to fields
<ImportExistingUsers appId="app_1" aliases={{ surname: ["nachname"] }} />;

<ImportExistingUsers
  appId="app_1"
  aliases={{ externalUserId: ["kundennummer"] }}
  headers={async () => ({ Authorization: "Bearer token" })}
  onImported={(report) => expectType<ImportReport>()(report)}
  onSourceDeleted={(rollback) => expectType<number | null>()(rollback.removed)}
  onError={(failure) => expectType<unknown>()(failure.cause)}
/>;

// Words: some, or all, or a language.
expectSame<typeof german, Messages>();
<ImportExistingUsers appId="app_1" messages={german} locale="de" />;
<ImportExistingUsers appId="app_1" messages={{ card: { title: "Bring your users" } }} />;
// @ts-expect-error a text that the card does not have
<ImportExistingUsers appId="app_1" messages={{ card: { titel: "Nutzer mitbringen" } }} />;
// @ts-expect-error a word is a text
<ImportExistingUsers appId="app_1" messages={{ card: { title: 1 } }} />;
export const empty: MessageOverrides = {};

expectSame<Rollback["removed"], number | null>();
expectSame<RowStatus, "imported" | "already_connected" | "not_found" | "name_mismatch" | "invalid_row">();
expectSame<ImportFailure["cause"], unknown>();

// Both ways to say which server: the props are those of one of two shapes.
export const byApplication: ImportExistingUsersProps = { appId: "app_1" };
export const byClient: ImportExistingUsersProps = { client };

/** The hook: the status tells which data a state carries. */
export function Headless() {
  const { state, sources, actions } = useImporter({ client: createImportClient({ appId: "app_1" }) });
  if (state.status === "finished") expectType<ImportReport>()(state.report);
  if (state.status === "failed") expectType<ImportFailure>()(state.failure);
  // @ts-expect-error a card that waits for a file has no report
  if (state.status === "idle") state.report;
  // @ts-expect-error there is no such state
  if (state.status === "done") actions.restart();
  actions.assignColumn("email", null);
  // @ts-expect-error a column is a position, not a header
  actions.assignColumn("email", "E-Mail");
  // @ts-expect-error a field that the import does not have
  actions.assignColumn("phone", 1);
  return sources.sources.length;
}

// @ts-expect-error the hook has no appId: it is given a client
export const wrong = () => useImporter({ appId: "app_1" });
