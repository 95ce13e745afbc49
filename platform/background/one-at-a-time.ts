/**
 * Runs `task` one at a time: asked for while it is running, it runs once more afterwards, however
 * often it was asked for, so that the last run sees what the last caller had changed.
 *
 * @returns asks for a run; settles when one that began after the call has ended
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    const run = task().finally(() => {
      running = null;
    });
    running = run;
    return run;
  };
  return () => {
    if (running === null) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}
