/**
 * A function that calls `run` at most once in `ms`, the first time at once; calls in between are dropped.
 *
 * @param now ms
 */
export function throttled<Args extends readonly unknown[]>(
  run: (...args: Args) => void,
  ms: number,
  now: () => number = () => performance.now(),
): (...args: Args) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...args) => {
    if (now() - last < ms) return;
    last = now();
    run(...args);
  };
}
