import { requireBrowsersOrExit } from "./required-browsers.ts";
import { BUILD_STEPS, conclude, runSteps, vitestStep } from "./steps.ts";

// npm run test:long: all of what npm test tries a sample of. Hundreds of kills, thousands of real files, every death of
// a worker, every property many times over.
requireBrowsersOrExit();
process.exitCode = conclude(
  await runSteps([
    ...BUILD_STEPS,
    vitestStep("unit-long"),
    [vitestStep("chromium-long"), vitestStep("firefox-long")],
  ]),
);
