// Runs `template`: prints the template CSV file, or writes it to a new file.
import { writeFile } from "node:fs/promises";
import { template } from "../../csv/write/template.ts";
import type { TemplateOptions } from "../commands/options.ts";
import { createOutput, exitCodes, type Terminal, UsageError } from "../terminal/terminal.ts";

/** Prints or writes the template; resolves with the exit code. */
export async function runTemplate({ output: file, json }: TemplateOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, json === true);
  const text = template();
  if (file !== undefined) await writeNew(file, text);
  if (file !== undefined) output.say(`Written to ${file}.`);
  else if (!json) terminal.stdout.write(text);
  output.result({ output: file ?? null, template: text });
  return exitCodes.ok;
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(code === "EEXIST" ? `${file} already exists.` : `${file} can't be written: ${code}.`);
  }
}
