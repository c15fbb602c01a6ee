// A server that reads bodies of any depth.
import { misreading } from "../reference.ts";

export const createBroken = () => misreading((user) => (Array.isArray(user.name) ? { ...user, name: 7 } : user));
