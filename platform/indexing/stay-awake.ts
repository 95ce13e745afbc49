/** How often the background is kept awake, ms; a browser takes it for idle after half a minute. */
const STAY_AWAKE_EVERY_MS = 5000;

/** A function to call again and again during long work: every few seconds it keeps the background awake. */
export function createStayAwake(stayAwake: () => void, now: () => number): () => void {
  let since = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - since < STAY_AWAKE_EVERY_MS) return;
    since = now();
    stayAwake();
  };
}
