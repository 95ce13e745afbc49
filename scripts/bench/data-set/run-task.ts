import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a task gives, with the peak of resident memory of its process, MB (`peakMemory`). */
export type TaskResult<Result> = Result & { readonly peak: number | null };

/**
 * Runs a script of this folder in a process of its own, so that its memory is its own.
 *
 * @param task what the script is to do: JSON
 * @throws Error with what it printed, when it fails
 */
export async function runTask<Result>(script: string, task: unknown): Promise<TaskResult<Result>> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, JSON.stringify(task)]);
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].on("data", (text) => {
      texts[name] += text;
    });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`${script} failed:\n${texts.stderr}`);
  return JSON.parse(texts.stdout);
}

const RUNS = 3;

/** Runs a script three times and gives the run with the median of a figure: other programs may disturb one of them. */
export async function runMedianTask<Result>(
  script: string,
  task: unknown,
  figure: (result: Result) => number,
): Promise<TaskResult<Result>> {
  const results: TaskResult<Result>[] = [];
  for (let run = 0; run < RUNS; run++) results.push(await runTask<Result>(script, task));
  const sorted = results.sort((a, b) => figure(a) - figure(b));
  const middle = sorted[Math.floor(RUNS / 2)];
  if (middle === undefined) throw new RangeError("no run");
  return middle;
}

/** What a script was started to do by `runTask`. */
export function taskOf<Task>(): Task {
  return JSON.parse(process.argv[2] ?? "null");
}

/** The peak of resident memory of a process so far, MB; `null` where the system does not say (only Linux does). */
export function peakMemory(pid: number = process.pid): number | null {
  if (process.platform !== "linux") return null;
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024) || null;
  } catch {
    return null; // it has just ended
  }
}

/** Processor time of this process since a moment, ms: unlike the time that passes, it is the same on a busy machine. */
export function processorMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Gives the result of a script to `runTask`. */
export function finishTask(result: object, peak = peakMemory()): void {
  console.log(JSON.stringify({ ...result, peak }));
}
