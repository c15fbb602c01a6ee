// A server that matches people by email and never looks at the name.
import { misreading } from "../reference.ts";

export const createBroken = () => misreading(({ name: _, ...user }) => user);
