// Sends requests through the proxy that the environment names (HTTP_PROXY, HTTPS_PROXY, NO_PROXY), where this Node.js can.
import * as http from "node:http";
import process from "node:process";
import { type Terminal, UsageError } from "../terminal/terminal.ts";

type Environment = Terminal["env"];
type SetProxy = (environment: Environment) => () => void;

// Since Node.js 24.14; older types do not know it.
function setProxy(): SetProxy | null {
  const set: unknown = Reflect.get(http, "setGlobalProxyFromEnv");
  return typeof set === "function" ? (set as SetProxy) : null;
}

/** What this Node.js can do about proxies. */
interface NodeSupport {
  readonly version: string;
  /** True if a running process can begin to use a proxy. */
  readonly canSetProxy: boolean;
}

function thisNode(): NodeSupport {
  return { version: process.versions.node, canSetProxy: setProxy() !== null };
}

/**
 * Sends all requests of this process through the proxy, until the returned function is called.
 *
 * @throws UsageError for a proxy whose address is not valid. It is not quoted, because it may hold a password.
 */
export function startEnvironmentProxy(env: Environment): () => void {
  const set = setProxy();
  const name = proxyNames("http:")
    .concat(proxyNames("https:"))
    .find((one) => env[one]);
  if (!set || name === undefined || isUsedByNode(env, thisNode())) return () => {};
  try {
    return set(env);
  } catch {
    throw new UsageError(`${name} is not the address of a proxy, such as http://proxy.example.com:3128.`);
  }
}

/** A warning where the environment names a proxy for this address and Node.js can't use it; otherwise null. */
export function toProxyWarning(baseUrl: string, env: Environment, node: NodeSupport = thisNode()): string | null {
  const name = proxyNames(new URL(baseUrl).protocol).find((one) => env[one]);
  if (name === undefined || node.canSetProxy || isUsedByNode(env, node)) return null;
  return `Warning: ${name} is set, but Node.js ${node.version} can't use it here. Requests go to the server directly. Use Node.js 24.14 or later.`;
}

function proxyNames(protocol: string): string[] {
  return protocol === "https:" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"];
}

// Node.js 22.21 and 24.0 and later read the environment themselves if they are asked to when they start.
function isUsedByNode({ NODE_USE_ENV_PROXY, NODE_OPTIONS = "" }: Environment, { version }: NodeSupport): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isAble = major >= 24 || (major === 22 && minor >= 21);
  const flag = "--use-env-proxy";
  const isAsked = NODE_USE_ENV_PROXY === "1" || process.execArgv.includes(flag) || NODE_OPTIONS.includes(flag);
  return isAble && isAsked;
}
