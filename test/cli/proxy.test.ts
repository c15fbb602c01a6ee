// Tests that requests take the proxy of the environment, and that a Node.js that can't use it says so.
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { toProxyWarning } from "../../src/cli/server/proxy.ts";
import { startPortal } from "./portal.ts";
import { runInside } from "./terminal.ts";

// A proxy that tunnels, and the targets that it was asked for.
async function startProxy() {
  const targets: string[] = [];
  const proxy = createServer();
  proxy.on("connect", ({ url = "" }, client, head) => {
    targets.push(url);
    const [host, port] = url.split(":");
    const server = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      server.write(head);
      server.pipe(client).pipe(server);
    });
    for (const socket of [client, server]) socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void proxy.close());
  return { targets, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

test.each(["HTTP_PROXY", "http_proxy"])(
  "requests take the proxy of %s, and the next command does not",
  async (name) => {
    const portal = await startPortal();
    const proxy = await startProxy();
    const list = ["sources", "list", ...portal.server];
    const { code, stderr } = await runInside(list, { env: { [name]: proxy.url } });
    expect([code, stderr]).toEqual([0, ""]);
    expect(proxy.targets).toContain(new URL(portal.url).host);
    const before = proxy.targets.length;
    expect(await runInside(list)).toMatchObject({ code: 0 });
    expect(proxy.targets).toHaveLength(before);
  },
);

test("a host of NO_PROXY is asked directly", async () => {
  const portal = await startPortal();
  const proxy = await startProxy();
  const env = { HTTP_PROXY: proxy.url, NO_PROXY: new URL(portal.url).hostname };
  expect(await runInside(["sources", "list", ...portal.server], { env })).toMatchObject({ code: 0 });
  expect(proxy.targets).toEqual([]);
});

test("a proxy that is no address is refused without quoting it", async () => {
  const portal = await startPortal();
  const env = { HTTP_PROXY: "http://user:secret@:bad" };
  const { code, stderr } = await runInside(["sources", "list", ...portal.server], { env });
  expect([code, stderr]).toEqual([2, expect.stringContaining("HTTP_PROXY is not the address of a proxy")]);
  expect(stderr).not.toContain("secret");
});

test.each([
  ["20.20.2", "https://portal.test", { HTTPS_PROXY: "http://proxy.test:3128" }, true],
  ["20.20.2", "https://portal.test", { HTTPS_PROXY: "http://proxy.test:3128", NODE_USE_ENV_PROXY: "1" }, true],
  ["24.13.0", "http://portal.test", { http_proxy: "http://proxy.test:3128" }, true],
  ["24.13.0", "http://portal.test", { http_proxy: "http://proxy.test:3128", NODE_USE_ENV_PROXY: "1" }, false],
  ["22.21.0", "http://portal.test", { HTTP_PROXY: "http://proxy.test:3128", NODE_OPTIONS: "--use-env-proxy" }, false],
  ["20.20.2", "http://portal.test", { HTTPS_PROXY: "http://proxy.test:3128" }, false],
  ["20.20.2", "https://portal.test", {}, false],
])("Node.js %s warns of a proxy that it can't use: %s, %j, %s", (version, baseUrl, env, isWarned) => {
  const warning = toProxyWarning(baseUrl, env, { version, canSetProxy: false });
  expect(warning !== null).toBe(isWarned);
  if (isWarned) expect(warning).toMatch(/_PROXY is set, but Node\.js [\d.]+ can't use it here\. .* directly/i);
});
