// Sets up and tears down every test of a React screen: DOM matchers, and an empty document.
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { waitLimit } from "../limits.ts";

configure({ asyncUtilTimeout: waitLimit });

afterEach(cleanup);
