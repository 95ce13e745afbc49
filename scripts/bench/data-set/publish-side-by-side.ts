import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { peakMemory } from "./run-task.ts";

const SCRIPT = fileURLToPath(new URL("../../dataset.ts", import.meta.url));
const SAMPLE_EVERY_MS = 100;

/** How to publish. */
interface PublishingTask {
  /** The folder that is published, and the file of the key. */
  readonly out: string;
  readonly key: string;
  readonly processes: number;
  readonly isUpdate?: boolean;
}

/** What a publication took. */
export interface Publication {
  /** From the start of the first process to the manifest, s. */
  readonly seconds: number;
  /** The largest peak of resident memory of one process, MB; `null` where the system does not say (only Linux does). */
  readonly peak: number | null;
}

/**
 * Publishes an input by day with several processes at once, and then the manifest.
 *
 * @throws Error with what they printed, when one fails
 */
export async function publishSideBySide(
  input: string,
  { out, key, processes, isUpdate = false }: PublishingTask,
): Promise<Publication> {
  const facts = ["--name", "Made up", "--licence", "none", "--source", "https://data.example/"];
  const start = performance.now();
  const peaks = await Promise.all(
    Array.from({ length: processes }, (_, i) => {
      const share = ["--partition", "day", "--only", `${i + 1}/${processes}`];
      const more = isUpdate ? ["--update"] : [];
      return runDatasetProcess(["publish", input, "--out", out, ...facts, ...share, ...more]);
    }),
  );
  peaks.push(await runDatasetProcess(["publish-manifest", out, "--key", key]));
  return {
    seconds: (performance.now() - start) / 1000,
    peak: peaks.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b))),
  };
}

/** Runs `dataset` in a process of its own. Returns its peak of memory, MB. */
async function runDatasetProcess(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [SCRIPT, ...args]);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      output += text;
    });
  let peak: number | null = null;
  const timer = setInterval(() => {
    peak = peakMemory(child.pid ?? 0) ?? peak;
  }, SAMPLE_EVERY_MS);
  const [status] = await once(child, "close");
  clearInterval(timer);
  if (status !== 0) throw new Error(`dataset ${args[0]} failed:\n${output}`);
  return peak;
}
