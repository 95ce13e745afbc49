import { defineConfig } from "vitest/config";
import config from "../../vitest.config.ts";

/** The tests that judge the mutants: a JSON list of globs, since a glob may contain a comma (`{url,text}`). */
const TESTS: string[] = JSON.parse(process.env["MUTANT_TESTS"] ?? "[]");

const unit = config.test?.projects?.find(
  (project) => typeof project === "object" && "test" in project && project.test?.name === "unit",
);
if (typeof unit !== "object" || !("test" in unit)) throw new Error("no project of unit tests");
export default defineConfig({ ...unit, test: { ...unit.test, include: TESTS } });
