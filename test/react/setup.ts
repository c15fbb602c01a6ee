// Sets up and tears down every test of a React screen: DOM matchers, and an empty document.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure, getConfig } from "@testing-library/react";
import { afterEach } from "vitest";
import { waitLimit } from "../limits.ts";

const { asyncWrapper: wrap } = getConfig();
// A test may replace the timers.
const nextTurn = setImmediate;

// What is found may be newer than the effects of its rendering, such as its focus: React's scheduler runs them in a later turn.
const wrapWithEffects: typeof wrap = (find) =>
  wrap(async () => {
    const found = await find();
    await new Promise<void>((resolve) => nextTurn(resolve));
    return found;
  });

configure({ asyncUtilTimeout: waitLimit });
// The files of a worker share the library.
if (wrap.name !== wrapWithEffects.name) configure({ asyncWrapper: wrapWithEffects });

afterEach(cleanup);
