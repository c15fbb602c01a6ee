// A minimal import page for comparison: PapaParse, a zod schema per row, and a table that renders only visible rows.
import Papa from "papaparse";
import { type ChangeEvent, useState } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";

const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const date = /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;
const schema = z.object({
  user_id: z.string().min(1),
  email: z.email({ pattern: email }),
  name: z.string(),
  registration_date: z.string().regex(date),
  last_login_date: z.string().regex(date),
});
const fields = Object.keys(schema.shape) as (keyof User)[];

type User = z.input<typeof schema>;
type Issues = Readonly<Partial<Record<string, string>>>;

interface Parsed {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The column of each field. */
  readonly columns: readonly number[];
}

interface CheckedRows {
  readonly users: readonly User[];
  readonly issues: ReadonlyMap<number, Issues>;
}

async function parse(file: File): Promise<Parsed> {
  const text = new TextDecoder().decode(await file.arrayBuffer());
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return {
    header,
    rows,
    columns: fields.map((field) => header.findIndex((name) => name.trim().toLowerCase() === field)),
  };
}

function checkRows({ rows, columns }: Parsed): CheckedRows {
  const [id = -1, mail = -1, name = -1, registration = -1, login = -1] = columns;
  const issues = new Map<number, Issues>();
  const users = rows.map((cells, index) => {
    const user: User = {
      user_id: cells[id] ?? "",
      email: cells[mail] ?? "",
      name: cells[name] ?? "",
      registration_date: cells[registration] ?? "",
      last_login_date: cells[login] ?? "",
    };
    const result = schema.safeParse(user);
    if (!result.success) {
      issues.set(index, Object.fromEntries(result.error.issues.map(({ path, message }) => [String(path[0]), message])));
    }
    return user;
  });
  return { users, issues };
}

// `?screens=2` confirms the columns on a screen of their own before the rows are checked.
const hasTwoScreens = location.search === "?screens=2";

function Page() {
  const [parsed, setParsed] = useState<Parsed | null>(null);
  const [checked, setChecked] = useState<CheckedRows | null>(null);
  async function choose({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0];
    if (!file) return;
    const read = await parse(file);
    setParsed(read);
    if (!hasTwoScreens) setChecked(checkRows(read));
  }
  if (!parsed) return <input type="file" accept=".csv" onChange={(event) => void choose(event)} />;
  return (
    <>
      {(!checked || !hasTwoScreens) && (
        <Columns {...parsed} onColumns={(columns) => setParsed({ ...parsed, columns })} />
      )}
      {checked ? (
        <Rows {...checked} />
      ) : (
        <button type="button" onClick={() => setChecked(checkRows(parsed))}>
          Validate
        </button>
      )}
    </>
  );
}

function Columns({ header, rows, columns, onColumns }: Parsed & { readonly onColumns: (columns: number[]) => void }) {
  return (
    <>
      <h2>Match columns</h2>
      {fields.map((field, at) => (
        <label key={field}>
          {field}{" "}
          <select value={columns[at]} onChange={({ target }) => onColumns(columns.with(at, Number(target.value)))}>
            {header.map((name, column) => (
              <option key={name} value={column}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <table>
        <tbody>
          {rows.slice(0, 5).map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, column) => (
                <td key={header[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const [rowHeight, tableHeight, spare] = [33, 560, 10];

function Rows({ users, issues }: CheckedRows) {
  const [scrolled, setScrolled] = useState(0);
  const from = Math.max(0, Math.floor(scrolled / rowHeight) - spare);
  const to = Math.ceil((scrolled + tableHeight) / rowHeight) + spare;
  return (
    <>
      <h2>Review</h2>
      <p id="counts">
        {users.length} rows, {issues.size} with errors
      </p>
      <div
        style={{ height: tableHeight, overflow: "auto", contain: "strict" }}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop)}
      >
        <div style={{ height: users.length * rowHeight, position: "relative" }}>
          {users.slice(from, to).map((user, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's place in the file is its identity
            <Row key={from + index} user={user} row={from + index} found={issues.get(from + index)} />
          ))}
        </div>
      </div>
    </>
  );
}

function Row({ user, row, found }: { readonly user: User; readonly row: number; readonly found: Issues | undefined }) {
  return (
    <div
      className="row"
      style={{
        position: "absolute",
        height: rowHeight,
        transform: `translateY(${row * rowHeight}px)`,
        display: "flex",
      }}
    >
      <span style={{ width: 70 }}>{row + 1}</span>
      {fields.map((field) => (
        <span
          key={field}
          title={found?.[field]}
          style={{ width: 220, overflow: "hidden", background: found?.[field] ? "#fdd" : undefined }}
        >
          {user[field]}
        </span>
      ))}
      <span>{found ? Object.keys(found).join(", ") : "ok"}</span>
    </div>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
createRoot(root).render(<Page />);
