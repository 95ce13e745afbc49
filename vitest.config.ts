import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const fakeBrowser = fileURLToPath(new URL("test/fake-browser.ts", import.meta.url));

/**
 * Unit tests in Node; tests of what the build made; browser tests against the built extension, for each browser a
 * project, and one of what takes long and measures no time, which both browsers can do at once.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: { "webextension-polyfill": fakeBrowser } },
        test: {
          name: "unit",
          // Vitest leaves one core out, which is half of two.
          maxWorkers: "100%",
          // Generous, so that a busy machine fails no test; a hang still ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            "test/*.test.ts",
            "test/{core,platform,scripts}/**/*.test.ts",
            "test/components/**/*.test.tsx",
          ],
        },
      },
      { test: { name: "build", include: ["test/build/**/*.test.ts"] } },
      ...(["chromium", "firefox"] as const).flatMap((browser) => [
        browserProject(browser, browser, ["", `${browser}/`]),
        browserProject(`${browser}-long`, browser, ["long/"]),
      ]),
    ],
  },
});

function browserProject(
  name: string,
  browser: "chromium" | "firefox",
  folders: readonly string[],
): TestProjectConfiguration {
  return {
    test: {
      name,
      include: folders.map((folder) => `test/browser/${folder}*.test.ts`),
      provide: { browser },
      // One browser at a time, each suite its own.
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  };
}
