// The suite over PGlite.
import { describeConformance } from "../conformance/suite.ts";
import { openSharedPglite, startOn } from "./databases.ts";

describeConformance("PGlite", startOn(openSharedPglite));
