// `validate`: reads a file as `sync` would and names the rows with problems, without any server.
import { exitCodes } from "../terminal/exit-codes.ts";
import { interruptible } from "../terminal/interruption.ts";
import { plural } from "../terminal/numbers.ts";
import { createOutput } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { InputOptions } from "./input-options.ts";
import { createProblems, toProblemList, toRest } from "./problems.ts";
import { readInput } from "./read-input.ts";

/** What the command line says. */
export interface ValidateOptions extends InputOptions {
  readonly json?: true;
}

const mostListed = 1000;
const mostPrinted = 20;

/** Reads and reports; resolves with the exit code. */
export async function runValidate(file: string, options: ValidateOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  return interruptible(terminal, "Stopping.", async (signal) => {
    const input = await readInput(file, options, terminal, signal);
    for (const note of input.notes) output.say(note);
    const problems = createProblems(input.unit, options.json ? mostListed : mostPrinted, output.say);
    for await (const row of input.rows) {
      signal.throwIfAborted();
      problems.add(row);
    }
    for (const line of toRest(problems, input.unit)) output.say(line);
    const { seen, count } = problems;
    output.say(
      count === 0 ? `${plural(seen, "user")}, no problems.` : `${plural(seen, "user")}, ${count} with problems.`,
    );
    const { format, unit, notes } = input;
    output.result({ format, users: seen, withProblems: count, notes, problems: toProblemList(problems, unit) });
    return count === 0 ? exitCodes.ok : exitCodes.alert;
  });
}
