// `template`: the starter file, printed or written.
import { writeFile } from "node:fs/promises";
import { template } from "../../csv/write/template.ts";
import { UsageError } from "../terminal/cli-errors.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { createOutput } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What the command line says. */
export interface TemplateOptions {
  readonly output?: string;
  readonly json?: true;
}

/** Prints the template, or writes it; resolves with the exit code. */
export async function runTemplate({ output: file, json }: TemplateOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, json === true);
  const text = template();
  if (file !== undefined) await writeNew(file, text);
  if (file !== undefined) output.say(`Written: ${file}`);
  else if (!json) terminal.stdout.write(text);
  output.result({ output: file ?? null, template: text });
  return exitCodes.ok;
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(code === "EEXIST" ? `${file} exists already.` : `${file} can't be written: ${code}.`);
  }
}
