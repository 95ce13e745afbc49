import { fileURLToPath } from "node:url";
import { build } from "vite";

/** In an isolated page the clock ticks every 5 µs instead of every 100 µs. */
export const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/**
 * A worker as one script, whose first line starts the clock.
 *
 * @param file path relative to this file
 */
export async function bundleWorker(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL(file, import.meta.url)),
        formats: ["iife"],
        name: "benchmark",
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !("output" in output)) throw new Error("nothing was bundled");
  return `self.startedAt = performance.now();\n${output.output[0].code}`;
}
