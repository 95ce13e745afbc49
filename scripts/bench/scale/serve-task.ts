/** Runs the task that the worker's name gives. */
export function serveTask<Task, Result>(run: (task: Task) => Promise<Result>): void {
  run(JSON.parse(self.name)).then(
    (result) => postMessage({ kind: "done", result }),
    (error) => postMessage({ kind: "failed", message: String(error) }),
  );
}
