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
/** A test in which nothing was asserted fails: a loop over nothing proves nothing. */
const EXPECT = { requireAssertions: true, poll: { timeout: WAIT } };
/** A name that ends in `.chromium.test.ts` or `.firefox.test.ts` is of a suite for that browser alone. */
const BROWSER_TESTS = ["test/browser/**/*.test.ts"];
const BROWSERS = ["chromium", "firefox"] as const;

/**
 * Unit tests in Node; tests of what the build made; browser tests against the built extension, a project for each
 * browser. A project that ends in `-long` tries everything of which the others try a sample.
 */
export default defineConfig({
  test: {
    // In which the browsers are closed.
    teardownTimeout: UNIT_TEST,
    projects: [
      unitProject("unit", UNIT_TESTS),
      unitProject("unit-long", withSamples(UNIT_TESTS)),
      {
        test: {
          name: "build",
          include: ["test/build/**/*.test.ts"],
          testTimeout: UNIT_TEST,
          expect: EXPECT,
        },
      },
      ...BROWSERS.flatMap((browser) => [
        browserProject(browser, browser, BROWSER_TESTS),
        browserProject(`${browser}-long`, browser, withSamples(BROWSER_TESTS)),
      ]),
    ],
  },
});

/** The files for a thorough run: those that ask for a sample in a usual one, and those that are left out of it. */
function withSamples(patterns: readonly string[]): string[] {
  return globSync(patterns, { cwd: import.meta.dirname }).filter(
    (file) => file.includes(".long.") || /\b(?:sampleOf|deaths)\(/.test(readFileSync(file, "utf8")),
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
      exclude: isLong(name) ? [] : ["**/*.long.test.ts"],
      // Vitest leaves one core out, which is half of two.
      maxWorkers: "100%",
      // Modules are read once a worker; tests undo what they do to globals.
      isolate: false,
      provide: { isThorough: isLong(name) },
      testTimeout: isLong(name) ? LONG_TEST : UNIT_TEST,
      hookTimeout: UNIT_TEST,
      expect: EXPECT,
    },
  };
}

function browserProject(
  name: string,
  browser: (typeof BROWSERS)[number],
  include: string[],
): TestProjectConfiguration {
  return {
    test: {
      name,
      include,
      exclude: [
        ...BROWSERS.filter((one) => one !== browser).map((one) => `**/*.${one}.test.ts`),
        ...(isLong(name) ? [] : ["**/*.long.test.ts"]),
      ],
      provide: { browser, isThorough: isLong(name) },
      // Two browsers at a time, since much of a test is waiting; the suites of a worker share one.
      isolate: false,
      maxWorkers: 2,
      testTimeout: isLong(name) ? LONG_TEST : BROWSER_TEST,
      hookTimeout: BROWSER_TEST,
      expect: EXPECT,
    },
  };
}
