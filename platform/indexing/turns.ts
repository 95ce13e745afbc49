/** Longest turn of work that takes a while, ms: look-ups wait for no more than this. */
const TURN_MS = 25;

/** A function to await now and then: it lets other work run when this one's turn is over. */
export function createPause(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = now();
  };
}
