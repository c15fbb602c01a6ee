// Gives every property test the same random inputs in each run, so that no run fails by chance.
// Other inputs: `PROPERTY_SEED=$RANDOM npx vitest run ...`.
import process from "node:process";
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_129) });
