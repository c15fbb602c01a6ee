// Who is measured: the card, the minimal page, and the adapters of a folder with other widgets.
import { access, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** One screen on the way from the file to the rows. The functions run in the page. */
export interface Step {
  readonly name: string;
  /** The file is chosen. */
  readonly file?: boolean;
  /** `btn:` and a pattern of the button's words, or `sel:` and a selector. */
  readonly click?: string;
  readonly before?: () => void;
  readonly shown?: () => boolean;
  /** Ends when the page says that the last row is handed over. */
  readonly done?: boolean;
  /** Shows the judged rows: what is measured ends here. */
  readonly table?: boolean;
}

/** How a page is driven: the format of the adapters in a folder of other widgets. */
interface Adapter {
  readonly id: string;
  readonly label: string;
  readonly fileInput: string;
  readonly ready: () => boolean;
  readonly steps: readonly Step[];
}

/** A page that is built and served. */
export interface Entrant extends Adapter {
  /** Of its built page, as a path. */
  readonly path: string;
  /** Folder that is served. */
  readonly folder: string;
}

const fileInput = "input[type=file]";
const ready = () => document.querySelector("input[type=file]") !== null;
const judged = () => document.querySelector("#counts") !== null && document.querySelectorAll(".row").length > 4;

/** The card and the two minimal pages, the first of which all others are compared with. */
export function ownEntrants(folder: string): Entrant[] {
  return [
    {
      ...{ id: "minimal", label: "minimal page", fileInput, ready, folder, path: "/minimal/index.html" },
      steps: [{ name: "judged", file: true, shown: judged, table: true }],
    },
    {
      ...{ id: "minimal2", label: "minimal page, columns confirmed first", fileInput, ready, folder },
      path: "/minimal/index.html?screens=2",
      steps: [
        { name: "columns", file: true, shown: () => document.querySelector("select") !== null },
        { name: "judged", click: "btn:^Validate$", shown: judged, table: true },
      ],
    },
    {
      ...{ id: "ours", label: "our card", fileInput, ready, folder, path: "/ours/index.html" },
      steps: [
        {
          ...{ name: "judged", file: true, table: true },
          shown: () =>
            document.querySelectorAll(".ieu-chip").length > 3 && document.querySelectorAll("tbody tr").length > 4,
        },
      ],
    },
  ];
}

/** The widgets of a folder whose pages are built there: `adapters/*.mjs`, each with `dist/<id>/index.html`. */
export async function peersIn(folder: string): Promise<Entrant[]> {
  const root = resolve(folder);
  const names = (await readdir(join(root, "adapters"))).filter((name) => name.endsWith(".mjs")).sort();
  const adapters = await Promise.all(
    names.map(
      async (name): Promise<Adapter> => (await import(pathToFileURL(join(root, "adapters", name)).href)).default,
    ),
  );
  const built = await Promise.all(adapters.map(({ id }) => isThere(join(root, "dist", id, "index.html"))));
  return adapters.flatMap((adapter, index) => {
    if (built[index]) return { ...adapter, folder: join(root, "dist"), path: `/${adapter.id}/index.html` };
    console.log(`${adapter.label} is not built in that folder: left out.`);
    return [];
  });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
