/** Runs what it is given one after the other. One that fails holds up no other. */
export type InTurn = <Result>(run: () => Promise<Result>) => Promise<Result>;

/** Returns a new queue. What a task has read is still true when it writes, since no other task runs in between. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
}
