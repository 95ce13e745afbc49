/** Not all that appears can be observed: a dialog may be in a closed shadow root. ms */
const CHECK_EVERY_MS = 4000;
/** After an action of the user, the page has this long to show or hide something. ms */
const SETTLE_MS = 400;
/** Events after which something on the page may appear or disappear, or the sidebar may have more or less room. */
const EVENTS = ["resize", "scrollend", "click", "keyup"];

/**
 * Calls `check` whenever the sidebar may have to move: after each action of the user on the page, after a change of the
 * page, and every few seconds while the page is seen.
 *
 * @returns ends it
 */
export function watchPlace(check: () => void): () => void {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = SETTLE_MS;
  const observer = new MutationObserver(() => {
    // One change is enough: what follows costs nothing until it has been checked.
    observer.disconnect();
    schedule();
    // A page that changes all the time is soon checked no more often than any other.
    wait *= 2;
  });
  const run = () => {
    const { documentElement } = document;
    observer.observe(documentElement, { subtree: true, childList: true, attributes: true });
    check();
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(run, wait);
  };
  const onAction = () => {
    wait = SETTLE_MS;
    schedule();
  };
  const interval = setInterval(() => document.hidden || run(), CHECK_EVERY_MS);
  for (const event of EVENTS)
    addEventListener(event, onAction, { capture: true, passive: true, signal: stop.signal });
  schedule();
  return () => {
    stop.abort();
    observer.disconnect();
    clearInterval(interval);
    clearTimeout(timer);
  };
}
