// What every test of a React screen starts and ends with: DOM matchers, and an empty document.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// A busy machine takes its time; what is there sooner is found sooner.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
