// The table of all commands: arguments, options and help. The code of a command is loaded when the command runs.
import { type Command, Option } from "commander";
import { rowStatuses } from "../../contract/status.ts";
import { optionVariables, tokenVariable } from "../terminal/environment.ts";
import { type Terminal, UsageError } from "../terminal/terminal.ts";
import { toAge, toLimit, toPartitions, toSourceName } from "./option-values.ts";
import {
  type ConformanceOptions,
  defaultStateFolder,
  type ListOptions,
  type MigrateCommandOptions,
  type PruneOptions,
  type ReconcileCommandOptions,
  type RollbackOptions,
  type RunsOptions,
  type ShowOptions,
  type SyncCommandOptions,
  type TemplateOptions,
  type UndoOptions,
  type ValidateOptions,
  withConfigOption,
  withInputOptions,
  withRollbackOptions,
  withSendOptions,
  withServerOptions,
} from "./options.ts";

/** The surroundings of one run of the program. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** The arguments behind the program's name. */
  readonly args: readonly string[];
  /** Sets the exit code. */
  finish(exitCode: number): void;
}

/** Adds every command to the program, in the order of its help. */
export function addCommands(program: Command, context: CommandContext): void {
  addSync(program, context);
  addValidate(program, context);
  addTemplate(program, context);
  addSources(program, context);
  addUndo(program, context);
  addReconcile(program, context);
  addRuns(program, context);
  addServe(program, context);
  addMigrate(program, context);
  addConformance(program, context);
  withConfigOption(program);
}

// The file of a command; null for a query. A file on the command line wins over a database of the environment.
function toPath(file: string | undefined, command: Command): string | null {
  const typed = ["from", "query"].filter((name) => command.getOptionValueSource(name) === "cli");
  if (file !== undefined && typed.length > 0) throw new UsageError(`Give a file or --${typed[0]}, not both.`);
  if (file !== undefined) return file;
  if (command.getOptionValue("from") !== undefined) return null;
  const place =
    typed.length > 0
      ? `--from postgres://..., or ${optionVariables.from}`
      : "a file, - for a pipe, or --from with --query";
  throw new UsageError(`Expected ${place}.`);
}

function addSync(program: Command, { terminal, args, finish }: CommandContext): void {
  withSendOptions(program.command("sync"))
    .description("send all users of a file in batches; each batch becomes a source that can be rolled back")
    .option("--source-name <name>", "name of the sources; a batch number such as (3/25) is appended", toSourceName)
    .addOption(
      new Option("--dry-run", "check every user on the server and save nothing, if the server supports it").conflicts(
        "resume",
      ),
    )
    .option("--state <folder>", "folder that keeps runs for --resume and undo", defaultStateFolder)
    .option("--ledger <file>", "record acknowledged users in this file, for `reconcile`")
    .addHelpText("after", syncHelp)
    .action(async (file: string | undefined, options: SyncCommandOptions, command: Command) => {
      const path = toPath(file, command);
      const { runSync } = await import("../runs/run-sync.ts");
      finish(await runSync(path, options, terminal, args));
    });
}

const syncHelp = `
Exit codes: 0 done · 2 wrong command line or unusable file · 3 more problems than allowed, the rest was sent
            4 not signed in or not allowed · 5 no answer · 6 partly done, continue with --resume
            7 stopped by a guard · 8 unknown application · 9 a page instead of an answer · 130 interrupted

Examples:
  import-existing-users sync users.csv --base-url https://portal.example.com --app app_123 --dry-run
  ${tokenVariable}=... import-existing-users sync users.csv --base-url https://portal.example.com --app app_123 \\
    --source-name "Nightly Sync" --results results.csv --alert not_found=5%
  export-users | import-existing-users sync - --format ndjson --base-url https://portal.example.com --app app_123
  import-existing-users sync --from postgres://reader@db.example.com/shop --query "select id as user_id, email from users" \\
    --base-url https://portal.example.com --app app_123
  import-existing-users sync users.csv --base-url https://portal.example.com --app app_123 --resume last`;

function addValidate(program: Command, { terminal, finish }: CommandContext): void {
  withInputOptions(program.command("validate"))
    .description("read a file as `sync` would and list the rows with problems; nothing is sent")
    .option("--json", "print JSON only")
    .addHelpText("after", validateHelp)
    .action(async (file: string | undefined, options: ValidateOptions, command: Command) => {
      const path = toPath(file, command);
      const { runValidate } = await import("../input/run-validate.ts");
      finish(await runValidate(path, options, terminal));
    });
}

const validateHelp = `
Exit codes: 0 no problems · 2 the file can't be used, or needs the flags that are listed · 3 some rows have problems

Examples:
  import-existing-users validate users.csv
  import-existing-users validate export.csv --map "externalUserId=Customer no." --date-format registrationDate=day_month_year
  psql -At -c "select row_to_json(u) from users u" | import-existing-users validate - --map externalUserId=id`;

function addTemplate(program: Command, { terminal, finish }: CommandContext): void {
  program
    .command("template")
    .description("print the template CSV file, or write it to a new file")
    .option("--output <file>", "file to write; it must not exist yet")
    .option("--json", "print JSON only")
    .addHelpText("after", templateHelp)
    .action(async (options: TemplateOptions) => {
      const { runTemplate } = await import("../input/run-template.ts");
      finish(await runTemplate(options, terminal));
    });
}

const templateHelp = `
Examples:
  import-existing-users template --output users.csv
  import-existing-users template | head -1`;

function addSources(program: Command, { terminal, finish }: CommandContext): void {
  const load = () => import("../server/run-sources.ts");
  const sources = program.command("sources").description("list, show and delete saved sources");
  withServerOptions(sources.command("list"))
    .description("list the saved sources, newest first")
    .option("--limit <number>", "maximum number of lines, or of sources with --json", toLimit, 50)
    .option("--all", "list each source of deltas; default: one line per day")
    .addHelpText("after", listHelp)
    .action(async (options: ListOptions) => finish(await (await load()).listSources(options, terminal)));
  withServerOptions(sources.command("show"))
    .argument("<source>", "id of the source")
    .description("show the counters of one source, and its stored results if the server offers them")
    .addOption(new Option("--status <status>", "list the results with this status").choices(rowStatuses))
    .addHelpText("after", showHelp)
    .action(async (id: string, options: ShowOptions) => finish(await (await load()).showSource(id, options, terminal)));
  withRollbackOptions(sources.command("delete"))
    .argument("<source>", "id of the source")
    .description("roll back one source: remove exactly the connections that it created")
    .addHelpText("after", deleteHelp)
    .action(async (id: string, options: RollbackOptions) => {
      finish(await (await load()).deleteSource(id, options, terminal));
    });
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

function addUndo(program: Command, { terminal, finish }: CommandContext): void {
  withRollbackOptions(program.command("undo"))
    .argument(
      "<run>",
      "id of the run, as printed by `sync` and `reconcile`, or last for the newest one that is not undone",
    )
    .description("roll back every source of a run, newest first; can be repeated until everything is undone")
    .option("--state <folder>", "folder that keeps the run", defaultStateFolder)
    .addHelpText("after", undoHelp)
    .action(async (run: string, options: UndoOptions) => {
      const { runUndo } = await import("../server/run-undo.ts");
      finish(await runUndo(run, options, terminal));
    });
}

const undoHelp = `
Examples:
  import-existing-users undo 20261121-031500-4f2a --base-url https://portal.example.com --app app_123 --dry-run
  import-existing-users undo 20261121-031500-4f2a --base-url https://portal.example.com --app app_123 --yes`;

function addReconcile(program: Command, { terminal, args, finish }: CommandContext): void {
  withSendOptions(program.command("reconcile"))
    .description("compare all users with the ledger and send only those that are missing, changed or due for a retry")
    .requiredOption("--ledger <file>", "ledger written by `sync --ledger` and earlier reconciles")
    .addOption(new Option("--plan", "print what would be sent, and send nothing").conflicts("resume"))
    .option(
      "--verify",
      "ask the server about everybody, by a dry run or else by sending all again, and repair what the ledger gets wrong",
    )
    .option("--gone <file>", "write users that are in the ledger but no longer in the file to a CSV file")
    .option("--source-name <name>", "name of the sources; default: Reconcile and the time", toSourceName)
    .option("--state <folder>", "folder that keeps runs for --resume and undo", defaultStateFolder)
    .addHelpText("after", reconcileHelp)
    .action(async (file: string | undefined, options: ReconcileCommandOptions, command: Command) => {
      const path = toPath(file, command);
      const { runReconcile } = await import("../runs/run-reconcile.ts");
      finish(await runReconcile(path, options, terminal, args));
    });
}

const reconcileHelp = `
If a reconcile ends early, run it again with --resume, or without: the ledger records what is done.

Examples:
  import-existing-users reconcile all-users.csv --ledger ledger.ndjson --plan --base-url https://portal.example.com --app app_123
  export-users | import-existing-users reconcile - --ledger ledger.ndjson --base-url https://portal.example.com --app app_123
  import-existing-users reconcile all-users.csv --ledger ledger.ndjson --verify --base-url https://portal.example.com --app app_123`;

function addRuns(program: Command, { terminal, finish }: CommandContext): void {
  const load = () => import("../runs/run-runs.ts");
  const runs = program.command("runs").description("list, show and delete the runs that a state folder keeps");
  const withState = (command: Command) =>
    command
      .option("--state <folder>", "folder that keeps runs", defaultStateFolder)
      .option("--json", "print JSON only");
  withState(runs.command("list"))
    .description("list the runs, newest first")
    .addHelpText("after", "\nExample:\n  import-existing-users runs list --state state")
    .action(async (options: RunsOptions) => finish(await (await load()).listRuns(options, terminal)));
  withState(runs.command("show"))
    .argument("<run>", "id of the run, or last")
    .description("show a run: state, counts and the sources that are left of it")
    .addHelpText("after", "\nExample:\n  import-existing-users runs show last")
    .action(async (id: string, options: RunsOptions) => finish(await (await load()).showRun(id, options, terminal)));
  withState(runs.command("prune"))
    .description("delete the files of old runs, but not the last successful one of each target")
    .requiredOption("--keep <age>", "keep runs that changed within this time, such as 30d", toAge)
    .option("--dry-run", "print what would be deleted")
    .addHelpText("after", "\nExample:\n  import-existing-users runs prune --keep 30d --state state")
    .action(async (options: PruneOptions) => finish(await (await load()).pruneRuns(options, terminal)));
}

// The server parses its own flags, which `npm run mock-server` shares.
function addServe(program: Command, { terminal, finish }: CommandContext): void {
  program
    .command("serve")
    .description("serve the reference backend on a port; see `serve --help` for its flags")
    .argument("[flags...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (_flags, _options, command: Command) => {
      const { serve } = await import("../server/run-serve.ts");
      finish(await serve(command.args, terminal));
    });
}

function addMigrate(program: Command, { terminal, finish }: CommandContext): void {
  program
    .command("migrate")
    .description("make or update the reference backend's tables on PostgreSQL, for servers that may not make them")
    .option("--url <url>", "address of the database; default: DATABASE_URL")
    .option("--partitions <number>", "divide the tables by application when they are made, 2 to 1000", toPartitions)
    .option("--json", "print the applied migrations as JSON")
    .addHelpText("after", migrateHelp)
    .action(async (options: MigrateCommandOptions) => {
      const { runMigrate } = await import("../server/run-migrate.ts");
      finish(await runMigrate(options, terminal));
    });
}

const migrateHelp = `
Exit codes: 0 up to date · 1 refused by the database · 2 wrong command line, or tables divided otherwise · 5 no answer

Examples:
  DATABASE_URL=postgres://owner:password@host:5432/database import-existing-users migrate
  import-existing-users migrate --url postgres://... --partitions 16 --json`;

function addConformance(program: Command, { terminal, finish }: CommandContext): void {
  withServerOptions(program.command("conformance"))
    .description("check a server against the guides and the contract; everything it creates is rolled back")
    .addOption(
      new Option("--level <level>", "core: rules of the guides; extended: also the decisions beyond them")
        .choices(["core", "extended"])
        .default("extended"),
    )
    .option("--known-email <email>", "email of an existing account that is not connected to the application")
    .option("--known-name <name>", "profile name of that account")
    .addHelpText("after", conformanceHelp)
    .action(async (options: ConformanceOptions) => {
      const { runConformance } = await import("../server/run-conformance.ts");
      finish(await runConformance(options, terminal));
    });
}

const conformanceHelp = `
Examples:
  import-existing-users conformance --base-url http://127.0.0.1:8787 --app app_demo --level core
  ${tokenVariable}=... import-existing-users conformance --base-url https://portal.example.com --app app_123
  import-existing-users conformance --base-url https://portal.example.com --app app_123 --header-file session.txt \\
    --known-email test.account@example.com --known-name "Test Account" --json > report.json

${tokenVariable} is sent as "Authorization: Bearer ..."; a header file has lines such as "Cookie: session=...".`;
