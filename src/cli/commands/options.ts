// Options that several commands share: their types and their help.
import { type Command, Option } from "commander";
import type { RowStatus } from "../../contract/status.ts";
import type { DateFormats } from "../../csv/rows/import-rows.ts";
import type { Delimiter, Encoding } from "../../csv/table.ts";
import {
  type AlertLimits,
  type Columns,
  collectAlert,
  collectColumn,
  collectDateFormat,
  collectRepair,
  collectText,
  dateFormats,
  type Repairs,
  toAppId,
  toBaseUrl,
  toBatchSize,
  toDelimiter,
  toGrace,
  toHeaderRow,
  toReason,
} from "./option-values.ts";

/** The format of a file of users. */
export type Format = "csv" | "json" | "ndjson";

/** Options of the commands that read a file of users. */
export interface InputOptions {
  /** The address of a database, for a query in place of a file. */
  readonly from?: string;
  readonly query?: string;
  readonly format?: Format;
  readonly map?: Columns;
  readonly dateFormat?: DateFormats;
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  /** The row of the header; null for a file without one. */
  readonly headerRow?: number | null;
  readonly empty?: readonly string[];
  readonly repair?: Repairs;
  readonly mend?: true;
  readonly longRows?: "join" | "cut";
  readonly sheet?: string;
  readonly paddedNumbers?: "shown" | "stored";
}

/** Options of the commands that call a server. */
export interface ServerOptions {
  readonly baseUrl: string;
  readonly app: string;
  readonly header?: readonly string[];
  readonly headerFile?: string;
  readonly json?: true;
}

/** Options of `sync` and `reconcile`. */
interface SendOptions extends ServerOptions, InputOptions {
  readonly state: string;
  readonly sourceName?: string;
  readonly batchSize?: number;
  readonly alert?: AlertLimits;
  readonly allowInvalid?: string;
  readonly allowShrink?: string;
  readonly invalidRows: "send" | "skip";
  readonly results?: string;
  readonly quiet?: true;
  readonly yes?: true;
  /** In milliseconds. */
  readonly grace: number;
  /** The id of a run, or "last". */
  readonly resume?: string;
}

/** Options of `sync`. */
export interface SyncCommandOptions extends SendOptions {
  readonly dryRun?: true;
  readonly ledger?: string;
}

/** Options of `reconcile`. */
export interface ReconcileCommandOptions extends SendOptions {
  readonly ledger: string;
  readonly plan?: true;
  readonly verify?: true;
  readonly gone?: string;
}

/** Options of `undo` and `sources delete`. */
export interface RollbackOptions extends ServerOptions {
  readonly dryRun?: true;
  readonly yes?: true;
  readonly ledger?: string;
}

/** Options of `undo`. */
export interface UndoOptions extends RollbackOptions {
  readonly state: string;
}

/** Options of `runs list` and `runs show`. */
export interface RunsOptions {
  readonly state: string;
  readonly json?: true;
}

/** Options of `runs prune`. */
export interface PruneOptions extends RunsOptions {
  /** In milliseconds. */
  readonly keep: number;
  readonly dryRun?: true;
}

/** Options of `sources list`. */
export interface ListOptions extends ServerOptions {
  readonly limit: number;
  readonly all?: true;
}

/** Options of `sources show`. */
export interface ShowOptions extends ServerOptions {
  readonly status?: RowStatus;
}

/** Options of `conformance`. */
export interface ConformanceOptions extends ServerOptions {
  readonly level: "core" | "extended";
  readonly knownEmail?: string;
  readonly knownName?: string;
}

/** Options of `migrate`. */
export interface MigrateCommandOptions {
  readonly url?: string;
  readonly partitions?: number;
  readonly json?: true;
}

/** Options of `validate`. */
export interface ValidateOptions extends InputOptions {
  readonly json?: true;
}

/** Options of `template`. */
export interface TemplateOptions {
  readonly output?: string;
  readonly json?: true;
}

/** The folder that keeps the state of runs, unless `--state` names another one. */
export const defaultStateFolder = ".import-existing-users";

const formats: readonly Format[] = ["csv", "json", "ndjson"];
const encodings: readonly Encoding[] = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-2",
  "iso-8859-15",
  "ibm437",
  "ibm850",
  "ibm852",
  "ibm866",
  "koi8-r",
  "koi8-u",
  "macintosh",
  "x-mac-cyrillic",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
];

/** Adds the file and its reading options to a command. */
export function withInputOptions(command: Command): Command {
  return command
    .argument("[file]", "CSV, JSON or NDJSON file; - reads standard input")
    .option("--from <url>", "in place of a file: a PostgreSQL database, postgres://user@host:5432/database; needs pg")
    .option("--query <select>", "the query of --from that lists the users, with columns such as user_id and email")
    .addOption(new Option("--format <format>", "file format; default: detected from name and content").choices(formats))
    .option("--map <field=column>", "column of a field, by header, number or path, or none; repeatable", collectColumn)
    .option(
      "--date-format <field=format>",
      `format of a date column, or several separated by commas: ${dateFormats.join(", ")}`,
      collectDateFormat,
    )
    .option("--delimiter <character>", "comma, semicolon, | or tab; default: detected", toDelimiter)
    .addOption(new Option("--encoding <encoding>", "character encoding; default: detected").choices(encodings))
    .option("--header-row <row>", "row of the header, or none; default: detected", toHeaderRow)
    .option(
      "--sheet <name>",
      "sheet of an Excel workbook; default: the first visible one with an email address, or else the first that is not empty",
    )
    .addOption(
      new Option("--padded-numbers <choice>", "numbers of a workbook with leading zeros; default: shown").choices([
        "shown",
        "stored",
      ]),
    )
    .option("--empty <text>", "a text that means no value, such as NULL; repeatable", collectText)
    .option("--repair <field=yes|no>", "repair emails, turn names written Last, First", collectRepair)
    .option("--mend", "repair double-encoded text: mojibake, HTML codes and Python bytes")
    .addOption(
      new Option(
        "--long-rows <choice>",
        "rows longer than the header: join a split value, or cut the extra cells; default: not sent",
      ).choices(["join", "cut"]),
    );
}

/** Adds the address of the server and the credentials to a command. */
export function withServerOptions(command: Command): Command {
  return command
    .requiredOption("--base-url <url>", "URL of the portal, without /api/developer/...", toBaseUrl)
    .requiredOption("--app <id>", "application id", toAppId)
    .option("--header <line>", 'HTTP header for every request, "Name: value"; repeatable', collectText)
    .option("--header-file <file>", "file with such headers, one per line, for a session cookie or a token")
    .option("--json", "print JSON only");
}

/** Adds the options that `sync` and `reconcile` share to a command. */
export function withSendOptions(command: Command): Command {
  return withServerOptions(withInputOptions(command))
    .option("--batch-size <users>", "users per request; default: 1000", toBatchSize)
    .option("--alert <limit>", "exit with code 3 above this limit, not_found=5% or age=26h; repeatable", collectAlert)
    .option("--allow-invalid <reason>", "continue although most of the first batch is invalid", toReason)
    .option("--allow-shrink <reason>", "continue although the file has far fewer users than the last run", toReason)
    .addOption(
      new Option("--invalid-rows <action>", "rows with problems: send them for the server to check, or skip them")
        .choices(["send", "skip"])
        .default("send"),
    )
    .option("--results <file>", "write the result of each row to a CSV file")
    .option("--grace <seconds>", "after Ctrl+C or SIGTERM, how long to wait for the current answer", toGrace, 30_000)
    .option("--yes", "on a terminal, don't ask before the first users are sent")
    .option("--quiet", "print nothing when all goes well, for cron; with --json only the object")
    .option("--resume <run>", "resume an unfinished run by its id, or the newest one with last");
}

/** Adds the options that `undo` and `sources delete` share to a command. */
export function withRollbackOptions(command: Command): Command {
  return withServerOptions(command)
    .option("--dry-run", "print what would be removed, and remove nothing")
    .option(
      "--ledger <file>",
      "forget the removed connections in this ledger, so that `reconcile` sends the users again",
    )
    .option("--yes", "don't ask for confirmation; required without a terminal");
}

/** Adds the file that may stand for flags to every command that has some. */
export function withConfigOption(command: Command): void {
  for (const child of command.commands) withConfigOption(child);
  // The server parses its own flags.
  if (command.commands.length > 0 || command.name() === "serve") return;
  command.option("--config <file>", "JSON file with values of flags, such as baseUrl, app and state; flags win");
}
