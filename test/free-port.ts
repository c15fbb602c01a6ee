// Finds a port for a program that can't be told to take any free one.
import { randomInt } from "node:crypto";
import { createServer } from "node:net";

// Below the ports that systems give to connections and to servers that ask for any, so that nobody gets it meanwhile.
const [from, to] = [15_000, 30_000];

/** A port on which nobody listens, nor will by chance. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(from, to);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
