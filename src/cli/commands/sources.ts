// The words of `sources list`, `show` and `delete`: options, help and examples.
import { type Command, InvalidArgumentError, Option } from "commander";
import { rowStatuses } from "../../contract/status.ts";
import { withServerOptions } from "../server/server-options.ts";
import type { DeleteOptions, ListOptions, ShowOptions } from "../sources/run-sources.ts";
import type { CommandContext } from "./context.ts";

/** Adds the command and its own. */
export function addSources(program: Command, { terminal, finish }: CommandContext): void {
  const sources = program.command("sources").description("list, show and delete saved import runs");
  withServerOptions(sources.command("list"))
    .description("the saved sources, newest first")
    .option("--limit <number>", "most sources", toLimit, 50)
    .addHelpText("after", listHelp)
    .action(async (options: ListOptions) => finish(await (await load()).listSources(options, terminal)));
  withServerOptions(sources.command("show"))
    .argument("<source>", "its id")
    .description("one source: its counters, and the stored results where the server offers them")
    .addOption(new Option("--status <status>", "list the results of this status").choices(rowStatuses))
    .addHelpText("after", showHelp)
    .action(async (id: string, options: ShowOptions) => finish(await (await load()).showSource(id, options, terminal)));
  withServerOptions(sources.command("delete"))
    .argument("<source>", "its id")
    .description("roll a source back: removes exactly the connections that it created")
    .option("--dry-run", "say what it would remove and remove nothing")
    .option("--yes", "don't ask; needed where nobody can be asked")
    .addHelpText("after", deleteHelp)
    .action(async (id: string, options: DeleteOptions) => {
      finish(await (await load()).deleteSource(id, options, terminal));
    });
}

function load() {
  return import("../sources/run-sources.ts");
}

function toLimit(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a number from 1.");
}

const listHelp = `
Example:
  import-existing-users sources list --base-url https://portal.example.com --app app_123 --json`;
const showHelp = `
Example:
  import-existing-users sources show src_123 --status not_found --base-url https://portal.example.com --app app_123`;
const deleteHelp = `
Examples:
  import-existing-users sources delete src_123 --base-url https://portal.example.com --app app_123 --dry-run
  import-existing-users sources delete src_123 --base-url https://portal.example.com --app app_123 --yes`;
