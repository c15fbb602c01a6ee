// A server that reads an id as a number where it looks like one.
import { misreporting } from "../reference.ts";

export const createBroken = () =>
  misreporting((result) => {
    const isNumber = /^[\dE]+$/.test(result.externalUserId);
    return isNumber ? { ...result, externalUserId: String(Number(result.externalUserId)) } : result;
  });
