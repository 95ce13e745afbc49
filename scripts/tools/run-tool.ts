import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface ToolResult {
  readonly ok: boolean;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
}

/**
 * Runs a tool of `node_modules/.bin` in the repository's folder.
 *
 * @param show whether its output goes to the terminal as it comes; otherwise the caller gets it
 */
export function runTool(
  tool: string,
  args: readonly string[],
  { show = false, env = {} }: { show?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(tool, args, {
      cwd: ROOT,
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.on("error", (error) => resolve({ ok: false, output: `${tool}: ${error.message}` }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
