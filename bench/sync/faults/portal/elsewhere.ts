// Opens another origin that accepts everything: what arrives there was sent to strangers.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A listening stranger. */
export interface Elsewhere {
  readonly url: string;
  /** Method and path of every request that arrived. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** Opens it on a free port. */
export async function openElsewhere(): Promise<Elsewhere> {
  const received: string[] = [];
  const server = createServer(({ method, url, headers }, response) => {
    received.push(`${method} ${url}`);
    // A browser asks first, and must not be what keeps the users at home.
    const allowed = {
      "Access-Control-Allow-Origin": headers.origin ?? "*",
      "Access-Control-Allow-Credentials": "true",
      "Access-Control-Allow-Headers": headers["access-control-request-headers"] ?? "",
      "Access-Control-Allow-Methods": "GET, POST, DELETE",
    };
    response.writeHead(200, { ...allowed, "Content-Type": "application/json" }).end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
