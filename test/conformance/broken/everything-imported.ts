// A server that calls every connection a new one.
import { misreporting } from "../reference.ts";

export const createBroken = () =>
  misreporting((result) => (result.status === "already_connected" ? { ...result, status: "imported" } : result));
