import { requireBrowsersOrExit } from "./required-browsers.ts";
import { BUILD_STEPS, conclude, FAST_STEPS, runSteps, toolStep, vitestStep } from "./steps.ts";

// npm test: everything, in both real browsers; a sample of what takes long, which is npm run test:long.
requireBrowsersOrExit();
process.exitCode = conclude(
  await runSteps([
    ...FAST_STEPS,
    ...BUILD_STEPS,
    [
      toolStep(
        "lint of the Firefox build",
        "web-ext",
        "lint",
        "--source-dir=.output/firefox-mv3",
        "--warnings-as-errors",
        "--boring",
      ),
      vitestStep("build"),
      vitestStep("chromium"),
      vitestStep("firefox"),
    ],
  ]),
);
