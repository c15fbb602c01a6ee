// Typical TypeScript code with the types of the front door and of the element.
import { createImportClient, ImportExistingUsers, type ImportReport, useImporter } from "import-existing-users";
import type { ImportExistingUsersElement } from "import-existing-users/element";
import { german } from "import-existing-users/messages/de";
import type { ReactElement } from "react";

const client = createImportClient({ appId: "app_demo", baseUrl: "https://api.example.com" });
const total = (report: ImportReport): number => report.counters.total;

export const Portal = (): ReactElement => (
  <ImportExistingUsers client={client} locale="de" messages={german} onImported={(report) => total(report)} />
);

export function Headless(): ReactElement {
  const { state, actions } = useImporter({ client });
  return (
    <button type="button" onClick={actions.restart}>
      {state.status}
    </button>
  );
}

const element: ImportExistingUsersElement = document.createElement("import-existing-users");
element.headingLevel = 3;
element.client = client;
element.addEventListener("ieu-imported", ({ detail }) => total(detail));

// @ts-expect-error an application or a client is needed
export const Wrong = (): ReactElement => <ImportExistingUsers locale="de" />;
