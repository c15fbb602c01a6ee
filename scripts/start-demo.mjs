// Starts the demo, and prints its address when the page and all modules that it loads are answered.
import { createServer } from "vite";

// Where a page or a module names another file of this server.
const links = /(?:<script[^>]* src=|\bfrom |\bimport |\bimport\()"(\/[^"]+)"/g;

const server = await createServer();
await server.listen();
const [url = ""] = server.resolvedUrls?.local ?? [];
await readAll(url);
server.printUrls();
server.bindCLIShortcuts({ print: true });

/**
 * Reads the page and follows its scripts and their imports, as a browser does; the first time, Vite bundles packages meanwhile.
 *
 * @param {string} page
 */
async function readAll(page) {
  /** @type {Set<string>} */
  const seen = new Set();
  let next = [page];
  while (next.length > 0) {
    for (const address of next) seen.add(address);
    const found = await Promise.all(next.map(readLinks));
    next = [...new Set(found.flat())].filter((address) => !seen.has(address));
  }
}

/** @param {string} address */
async function readLinks(address) {
  const response = await fetch(address, { headers: { accept: "text/html,*/*" } });
  const text = await response.text();
  return Array.from(text.matchAll(links), ([, path = ""]) => new URL(path, address).href);
}
