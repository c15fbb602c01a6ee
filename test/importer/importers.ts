// Running importers, and the files that are chosen for them.

import { template } from "../../src/csv/write/template.ts";
import { createImporter, type Importer, type ImporterOptions } from "../../src/importer/importer.ts";
import type { ImporterState } from "../../src/importer/state.ts";
import { createGate } from "../gate.ts";
import { until } from "./portal.ts";
import type { StateOf } from "./states.ts";

/** Noon of the guide's day. */
export const may3 = new Date(2026, 4, 3, 12).getTime();

/** A file on the disk. */
export function csv(text: string, name = "users.csv"): File {
  return new File([text], name);
}

/** The state of this kind, as soon as it is reached. */
export function reached<Status extends ImporterState["status"]>(importer: Importer, status: Status) {
  return until(importer, (state) => state.status === status) as Promise<StateOf<Status>>;
}

/** An importer with the guide's own file read, ready to start. */
export async function ready(options: Partial<ImporterOptions> & Pick<ImporterOptions, "client">): Promise<Importer> {
  const importer = createImporter({ now: () => may3, ...options });
  importer.actions.chooseFiles([csv(template(), "import-template.csv")]);
  await reached(importer, "reviewing");
  return importer;
}

/** The imports among what a server was asked. */
export function posts(log: readonly string[]): readonly string[] {
  return log.filter((line) => line.startsWith("POST"));
}

/** A file on a drive that answers when the test says so. */
export function slowFile(text: string, name: string) {
  const gate = createGate();
  const file = csv(text, name);
  const read = async () => {
    await gate.pass();
    return new TextEncoder().encode(text).buffer;
  };
  Object.assign(file, { slice: () => Object.assign(new Blob([text]), { arrayBuffer: read }) });
  return { file, open: gate.open };
}
