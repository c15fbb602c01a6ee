// An import with its own markup: the example of docs/headless.md.
import { useId, useState } from "react";
import { createImportClient, type ImporterState, useImporter } from "../../src/index.ts";

const client = createImportClient({ appId: "app_demo" });
const fields = ["externalUserId", "email", "name", "registrationDate", "lastLoginDate"] as const;

export function OwnImport() {
  const { state, actions, sources, sourceActions } = useImporter({ client });
  const id = useId();
  return (
    <section>
      <h1>Import users</h1>
      <p role="status">{toText(state)}</p>
      {"sourceName" in state && (
        <label>
          Name{" "}
          <input
            value={state.sourceName}
            readOnly={state.status === "importing" || state.status === "paused"}
            onChange={(event) => actions.nameSource(event.target.value)}
          />
        </label>
      )}
      {(state.status === "idle" || state.status === "reviewing") && (
        <>
          <label htmlFor={id}>CSV file</label>
          <input id={id} type="file" onChange={({ target }) => actions.chooseFiles([...(target.files ?? [])])} />
          {state.refusal?.issue.code === "too_many_rows" && (
            <>
              <button type="button" onClick={() => actions.overruleRefusal({ overflow: "all" })}>
                Import all rows in parts
              </button>
              <button type="button" onClick={() => actions.overruleRefusal({ overflow: "first" })}>
                Use the first rows
              </button>
            </>
          )}
        </>
      )}
      {state.status === "reviewing" && <Preview state={state} actions={actions} />}
      {state.status === "importing" && (
        <>
          {state.run.parts.length > 1 && (
            <button type="button" onClick={() => actions.pause(!state.run.isPausing)}>
              {state.run.isPausing ? "Do not pause" : "Pause after this part"}
            </button>
          )}
          <button type="button" onClick={actions.cancel}>
            Cancel
          </button>
        </>
      )}
      {state.status === "paused" && (
        <button type="button" onClick={actions.resume}>
          Continue
        </button>
      )}
      {state.status === "failed" && (
        <button type="button" onClick={actions.retry}>
          Try again
        </button>
      )}
      {state.status === "finished" && (
        <>
          <ul>
            {Object.entries(state.report.counters).map(([status, count]) => (
              <li key={status}>
                {status}: {count}
              </li>
            ))}
          </ul>
          {state.report.rest && (
            <button type="button" onClick={actions.importRest}>
              Import the other {state.report.rest.count} rows
            </button>
          )}
          <button type="button" onClick={actions.restart}>
            Import another file
          </button>
        </>
      )}
      <h2>Saved sources</h2>
      <ul>
        {sources.sources.map((source) => (
          <li key={source.id}>
            {source.name}{" "}
            <button type="button" onClick={() => sourceActions.askDelete(source)}>
              Delete {source.name}
            </button>
          </li>
        ))}
      </ul>
      {sources.deleting && (
        <div role="alertdialog" aria-label="Delete the source?">
          <p>Removes {sources.deleting.effect?.removed ?? "all"} connections of this import.</p>
          <button type="button" onClick={sourceActions.keep}>
            Keep
          </button>
          <button type="button" onClick={sourceActions.confirmDelete}>
            Delete
          </button>
        </div>
      )}
    </section>
  );
}

type Engine = ReturnType<typeof useImporter>;

interface PreviewProps {
  state: Extract<ImporterState, { status: "reviewing" }>;
  actions: Engine["actions"];
}

function Preview({ state: { review }, actions }: PreviewProps) {
  const [onlyProblems, setOnlyProblems] = useState(false);
  const shown = onlyProblems ? review.rows.filter((row) => row.user === null) : review.rows;
  return (
    <>
      {fields.map((field) => (
        <label key={field}>
          {field}{" "}
          <select
            value={review.mapping[field] ?? ""}
            onChange={({ target }) => actions.assignColumn(field, target.value === "" ? null : Number(target.value))}
          >
            <option value="">not in this file</option>
            {[...review.table.headers.entries()].map(([column, header]) => (
              <option key={column} value={column}>
                {header}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        <input type="checkbox" checked={onlyProblems} onChange={() => setOnlyProblems(!onlyProblems)} /> Only problems
      </label>
      <table>
        <caption>The first rows</caption>
        <tbody>
          {shown.slice(0, 10).map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              <td>{row.input.email}</td>
              <td>{row.issues.map(({ field, code }) => `${field}: ${code}`).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={actions.start}>
        Start import
      </button>
    </>
  );
}

function toText(state: ImporterState): string {
  switch (state.status) {
    case "idle":
      return state.refusal ? `Refused: ${state.refusal.issue.code}` : "Choose a file.";
    case "reading":
      return "Reading the file";
    case "reviewing":
      return `${state.review.rows.length} rows`;
    case "importing":
      return `Part ${state.run.saved.length + 1} of ${state.run.parts.length} is sent`;
    case "paused":
      return `${state.run.saved.length} of ${state.run.parts.length} parts are saved`;
    case "failed":
      return `Failed: ${state.failure.code}`;
    case "finished":
      return `${state.report.counters.imported} users are connected`;
  }
}
