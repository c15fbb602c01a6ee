// The suite over the memory store, without any transport.
import { startInMemory } from "./start.ts";
import { describeConformance } from "./suite.ts";

describeConformance("memory store", startInMemory);
