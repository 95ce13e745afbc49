/** Runs what it is given one after the other. One that fails holds up no other. */
export type InTurn = <Result>(run: () => Promise<Result>) => Promise<Result>;

/** A queue of its own: what one finds when it runs still holds when it makes a change. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
}
