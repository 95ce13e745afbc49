import { defineConfig } from "vitest/config";
import config from "../../vitest.config.ts";

/** Where the tests are that judge the mutants, as globs separated by commas. */
const TESTS = process.env["MUTANT_TESTS"] ?? "";

const unit = config.test?.projects?.find(
  (project) => typeof project === "object" && "test" in project && project.test?.name === "unit",
);
if (typeof unit !== "object" || !("test" in unit)) throw new Error("no project of unit tests");
export default defineConfig({ ...unit, test: { ...unit.test, include: TESTS.split(",") } });
