import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fakeBrowser = fileURLToPath(new URL("test/fake-browser.ts", import.meta.url));

/** Unit tests in Node; tests of what the build made; browser tests against the built extension, one project for each browser. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: { "webextension-polyfill": fakeBrowser } },
        test: {
          name: "unit",
          include: ["test/{core,platform,scripts}/**/*.test.ts", "test/components/**/*.test.tsx"],
        },
      },
      { test: { name: "build", include: ["test/build/**/*.test.ts"] } },
      ...(["chromium", "firefox"] as const).map((name) => ({
        test: {
          name,
          include: ["test/browser/*.test.ts", `test/browser/${name}/*.test.ts`],
          provide: { browser: name },
          // One browser at a time, each suite its own.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
});
