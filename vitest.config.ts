import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { BROWSER_TEST, LONG_TEST, UNIT_TEST, WAIT } from "./test/timeouts.ts";

const fakeBrowser = fileURLToPath(new URL("test/fake-browser.ts", import.meta.url));
const UNIT_TESTS = [
  "test/*.test.ts",
  "test/{core,platform,scripts}/**/*.test.ts",
  "test/components/**/*.test.tsx",
];
const BROWSERS = ["chromium", "firefox"] as const;

/**
 * Unit tests in Node; tests of what the build made; browser tests against the built extension, a project for each
 * browser. A project that ends in `-long` tries everything of which the others try a sample.
 */
export default defineConfig({
  test: {
    projects: [
      unitProject("unit", UNIT_TESTS),
      unitProject("unit-long", withSamples(UNIT_TESTS)),
      { test: { name: "build", include: ["test/build/**/*.test.ts"], testTimeout: UNIT_TEST } },
      ...BROWSERS.flatMap((browser) => {
        const other = BROWSERS.filter((one) => one !== browser);
        const include = ["test/browser/**/*.test.ts"];
        const exclude = other.map((one) => `test/browser/${one}/**`);
        return [
          browserProject(browser, browser, include, exclude),
          browserProject(`${browser}-long`, browser, withSamples(include), exclude),
        ];
      }),
    ],
  },
});

/** The files of which a usual run takes a sample: those that ask for one. */
function withSamples(patterns: readonly string[]): string[] {
  return globSync(patterns, { cwd: import.meta.dirname }).filter((file) =>
    /\b(?:sampleOf|deaths)\(/.test(readFileSync(file, "utf8")),
  );
}

function isLong(name: string): boolean {
  return name.endsWith("-long");
}

function unitProject(name: string, include: string[]): TestProjectConfiguration {
  return {
    resolve: { alias: { "webextension-polyfill": fakeBrowser } },
    test: {
      name,
      include,
      // Vitest leaves one core out, which is half of two.
      maxWorkers: "100%",
      provide: { isThorough: isLong(name) },
      testTimeout: isLong(name) ? LONG_TEST : UNIT_TEST,
      hookTimeout: UNIT_TEST,
      expect: { poll: { timeout: WAIT } },
    },
  };
}

function browserProject(
  name: string,
  browser: (typeof BROWSERS)[number],
  include: string[],
  exclude: string[],
): TestProjectConfiguration {
  return {
    test: {
      name,
      include,
      exclude,
      provide: { browser, isThorough: isLong(name) },
      // One browser at a time, each suite its own.
      fileParallelism: false,
      testTimeout: isLong(name) ? LONG_TEST : BROWSER_TEST,
      hookTimeout: BROWSER_TEST,
      expect: { poll: { timeout: WAIT } },
    },
  };
}
