// Runs `validate`: reads a file as `sync` would and lists the rows with problems, without a server.
import type { ValidateOptions } from "../commands/options.ts";
import { createOutput, exitCodes, interruptible, plural, type Terminal } from "../terminal/terminal.ts";
import { createProblemList, toMoreProblems, toProblemJson, withInput } from "./read-input.ts";

const maxInJson = 1000;
const maxPrinted = 20;

/** Reads and reports; resolves with the exit code. */
export async function runValidate(file: string | null, options: ValidateOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  return interruptible(terminal, "Stopping.", (signal) =>
    withInput(file, options, terminal, signal, async ({ format, unit, notes, rows }) => {
      for (const note of notes) output.say(note);
      const problems = createProblemList(unit, options.json ? maxInJson : maxPrinted, output.say);
      for await (const row of rows) {
        signal.throwIfAborted();
        problems.add(row);
      }
      for (const line of toMoreProblems(problems, unit)) output.say(line);
      const { seen, count } = problems;
      output.say(
        count === 0 ? `${plural(seen, "user")}, no problems.` : `${plural(seen, "user")}, ${count} with problems.`,
      );
      output.result({ format, users: seen, withProblems: count, notes, problems: toProblemJson(problems, unit) });
      return count === 0 ? exitCodes.ok : exitCodes.alert;
    }),
  );
}
