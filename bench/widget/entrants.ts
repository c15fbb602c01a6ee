// Lists the widgets to measure: the card, the minimal page, and adapters for other widgets.
import { access, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** One screen between the file and the checked rows. The functions run in the page. */
export interface Step {
  readonly name: string;
  /** True for the step that chooses the file. */
  readonly file?: boolean;
  /** `btn:` and a pattern for the text of the button, or `sel:` and a selector. */
  readonly click?: string;
  readonly before?: () => void;
  readonly shown?: () => boolean;
  /** True if the step ends when the page reports the last row. */
  readonly done?: boolean;
  /** True for the step that shows the checked rows, the last one measured. */
  readonly table?: boolean;
}

/** The steps of a page: the format of the adapters for other widgets. */
interface Adapter {
  readonly id: string;
  readonly label: string;
  readonly fileInput: string;
  readonly ready: () => boolean;
  readonly steps: readonly Step[];
}

/** A widget on a built page. */
export interface Entrant extends Adapter {
  /** Path of the built page. */
  readonly path: string;
  /** The folder to serve. */
  readonly folder: string;
}

const fileInput = "input[type=file]";
const ready = () => document.querySelector("input[type=file]") !== null;
const isChecked = () => document.querySelector("#counts") !== null && document.querySelectorAll(".row").length > 4;

/** The two minimal pages and the card. All others are compared with the first one. */
export function ownEntrants(folder: string): Entrant[] {
  return [
    {
      id: "minimal",
      label: "minimal page",
      fileInput,
      ready,
      folder,
      path: "/minimal/index.html",
      steps: [{ name: "checked", file: true, shown: isChecked, table: true }],
    },
    {
      id: "minimal2",
      label: "minimal page, columns confirmed first",
      fileInput,
      ready,
      folder,
      path: "/minimal/index.html?screens=2",
      steps: [
        { name: "columns", file: true, shown: () => document.querySelector("select") !== null },
        { name: "checked", click: "btn:^Validate$", shown: isChecked, table: true },
      ],
    },
    {
      id: "ours",
      label: "our card",
      fileInput,
      ready,
      folder,
      path: "/ours/index.html",
      steps: [
        {
          name: "checked",
          file: true,
          table: true,
          // A file with more rows than one import takes is asked about first.
          shown: () => {
            const buttons = [...document.querySelectorAll<HTMLButtonElement>(".ieu-root button")];
            buttons.find(({ textContent }) => /^Import in (?:about )?[\d,]+ parts$/.test(textContent.trim()))?.click();
            return (
              document.querySelectorAll(".ieu-chip").length > 3 && document.querySelectorAll("tbody tr").length > 4
            );
          },
        },
      ],
    },
  ];
}

/** The widgets of a folder: `adapters/*.mjs`, each with a built page `dist/<id>/index.html`. */
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
    console.log(`${adapter.label} is not built in that folder, so it is left out.`);
    return [];
  });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
