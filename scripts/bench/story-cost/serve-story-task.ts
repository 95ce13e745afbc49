import type { AskResult, BuildResult, StoryTask } from "./story-task.ts";

/** Does what the worker's name says. */
export function serveStoryTask(run: (task: StoryTask) => Promise<AskResult | BuildResult>): void {
  run(JSON.parse(self.name)).then(
    (result) => postMessage({ kind: "done", result }),
    (error) => postMessage({ kind: "failed", message: String(error) }),
  );
}
