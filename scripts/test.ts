import { requireBrowsers } from "../test/harness/installed-browsers.ts";
import { conclude, FAST_STEPS, runSteps, type Step, toolStep, vitestStep } from "./steps.ts";

// npm test: everything, in both real browsers. A missing browser is an error, never a skip.
try {
  requireBrowsers(["chromium", "firefox"]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const steps: (Step | readonly Step[])[] = [
  ...FAST_STEPS,
  toolStep("build for Chrome", "wxt", "build"),
  toolStep("build for Firefox", "wxt", "build", "-b", "firefox"),
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
  // They wait for much and measure no time.
  [vitestStep("chromium-long"), vitestStep("firefox-long")],
];
process.exitCode = conclude(await runSteps(steps));
