import { conclude, FAST_STEPS, runSteps } from "./steps.ts";

// npm run check: types, lint and unit tests, in seconds.
process.exitCode = conclude(await runSteps(FAST_STEPS));
