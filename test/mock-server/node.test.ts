// The real port: what only a socket can do wrong.
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { createBackend, createMemoryStore, failures, withFailure } from "../../mock-server/index.ts";
import { type ServeOptions, serve } from "../../mock-server/node.ts";
import { href, maxBodyBytes, routes } from "../../src/contract/index.ts";
import { appId, createSmallWorld } from "./worlds.ts";

const csvPath = href(routes.importUsers, { appId });
const sourcesPath = href(routes.listSources, { appId });

async function withServer(
  work: (url: string, port: number) => Promise<void>,
  options?: ServeOptions,
  failure?: keyof typeof failures,
) {
  const backend = createBackend({ store: createMemoryStore(createSmallWorld()) });
  const server = await serve(failure ? withFailure(backend, failures[failure]) : backend, options);
  try {
    await work(server.url, server.port);
  } finally {
    await server.close();
  }
}

test("port 0 takes a free port, and a taken one is said to be taken", () =>
  withServer(async (url, port) => {
    expect(url).toBe(`http://127.0.0.1:${port}`);
    await expect(serve({ fetch: async () => new Response() }, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  }));

test("closing drops connections that are kept alive, and frees the port", async () => {
  const backend = createBackend({ store: createMemoryStore() });
  const first = await serve(backend);
  await (await fetch(first.url + sourcesPath)).text();
  await first.close();
  const second = await serve(backend, { port: first.port });
  await second.close();
});

test("a lost answer is a broken connection, though the import is done", () =>
  withServer(
    async (url) => {
      const body = JSON.stringify({ sourceName: "x", users: [{ externalUserId: "1", email: "a@x.io" }] });
      const init = { method: "POST", body, headers: { "Content-Type": "application/json" } };
      await expect(fetch(url + csvPath, init)).rejects.toThrow("fetch failed");
      expect(await (await fetch(url + sourcesPath)).json()).toMatchObject({ sources: [{ name: "x" }] });
      expect((await fetch(url + csvPath, init)).status).toBe(200);
    },
    {},
    "lost-answer",
  ));

test("without allowed origins there are no CORS headers", () =>
  withServer(async (url) => {
    const response = await fetch(url + sourcesPath, { headers: { Origin: "https://portal.test" } });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  }));

test("an allowed origin may call with cookies and read our headers, another may not", () =>
  withServer(
    async (url) => {
      const ask = (origin: string, method: string) =>
        fetch(url + sourcesPath, {
          method,
          headers: {
            Origin: origin,
            "Access-Control-Request-Method": "DELETE",
            "Access-Control-Request-Headers": "idempotency-key",
          },
        });
      const preflight = await ask("https://portal.test", "OPTIONS");
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get("Access-Control-Allow-Methods")).toContain("DELETE");
      expect(preflight.headers.get("Access-Control-Allow-Headers")).toBe("idempotency-key");
      const { headers } = await ask("https://portal.test", "GET");
      expect(headers.get("Access-Control-Allow-Origin")).toBe("https://portal.test");
      expect(headers.get("Access-Control-Allow-Credentials")).toBe("true");
      expect(headers.get("Access-Control-Expose-Headers")).toContain("Idempotency-Replayed");
      expect((await ask("https://stranger.test", "GET")).headers.get("Access-Control-Allow-Origin")).toBeNull();
    },
    { allowedOrigins: ["https://portal.test"] },
  ));

test("with allowed origins a lost answer is a broken connection too", () =>
  withServer(
    async (url) => {
      await expect(fetch(url + sourcesPath)).rejects.toThrow("fetch failed");
    },
    { allowedOrigins: ["https://portal.test"] },
    "offline",
  ));

test("D23: a body without Content-Length is counted while it comes in", () =>
  withServer(async (_, port) => {
    const head = `POST ${csvPath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const piece = " ".repeat(1024 * 1024);
    const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`;
    const pieces = maxBodyBytes / piece.length + 1;
    expect(await exchange(port, [head, ...Array<string>(pieces).fill(chunk), "0\r\n\r\n"])).toMatch(/^HTTP\/1.1 413 /);
  }));

test("D23: a Content-Length that is too large is refused before the body comes", () =>
  withServer(async (_, port) => {
    const head = `POST ${csvPath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${maxBodyBytes + 1}\r\n\r\n`;
    expect(await exchange(port, [head])).toMatch(/^HTTP\/1.1 413 /);
  }));

test("a client that hangs up in the middle of its body leaves nothing behind", () =>
  withServer(async (url, port) => {
    const head = `POST ${csvPath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"sourceName":`;
    const socket = connect(port, "127.0.0.1");
    await new Promise((resolve) => socket.write(head, resolve));
    socket.destroy();
    expect(await (await fetch(url + sourcesPath)).json()).toMatchObject({ sources: [] });
  }));

// Writes the pieces and gives the first bytes that come back.
function exchange(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => {
      answer ||= bytes.toString();
      socket.destroy();
    });
    socket.on("close", () =>
      answer ? resolve(answer) : reject(new Error("The connection closed without an answer.")),
    );
    // Still writing when the answer comes is what this is about.
    socket.on("error", () => {});
    for (const piece of pieces) socket.write(piece);
  });
}

test.each([
  [undefined, "timeout=75"],
  [620_000, "timeout=620"],
])("idle connections stay open longer than a load balancer keeps them: %s", async (keepAliveTimeout, header) => {
  const backend = createBackend({ store: createMemoryStore() });
  const server = await serve(backend, keepAliveTimeout === undefined ? {} : { keepAliveTimeout });
  const answer = await new Promise<string | undefined>((resolve, reject) => {
    const agent = new Agent({ keepAlive: true });
    get(`${server.url}/healthz`, { agent }, ({ headers }) => {
      agent.destroy();
      resolve(String(headers["keep-alive"]));
    }).on("error", reject);
  });
  expect(answer).toBe(header);
  await server.close();
});
