// What a command writes must not be what it reads.
import { stat } from "node:fs/promises";
import { UsageError } from "../terminal/cli-errors.ts";

/**
 * Makes sure that no flag names the file that is read, by another path or a link either.
 *
 * @throws UsageError for one that does; nothing was touched.
 */
export async function requireApart(file: string, written: Readonly<Record<string, string | undefined>>): Promise<void> {
  const read = await identify(file);
  for (const [flag, path] of Object.entries(written)) {
    if (path === undefined || read === null || (await identify(path)) !== read) continue;
    throw new UsageError(`${flag} ${path} is the file that is read: give another one. Nothing was sent.`);
  }
}

// Null for what is not there, and for standard input.
function identify(path: string): Promise<string | null> {
  return stat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => null,
  );
}
