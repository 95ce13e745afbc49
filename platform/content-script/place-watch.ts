/** Most consent banners and players come within the first seconds of a page. ms after the sidebar. */
const CHECK_AFTER_MS = [500, 1500, 3000, 6000, 12_000];
/** After an action of the user, the page has this long to show or hide something. ms */
const SETTLE_MS = 400;
/** Events after which something on the page may appear or disappear, or the sidebar may have more or less room. */
const EVENTS = ["resize", "scrollend", "click", "keyup", "toggle", "fullscreenchange"];

/**
 * Calls `check` whenever the sidebar may have to move: a few times in its first seconds, and after each action of the
 * user on the page.
 *
 * @returns ends it
 */
export function watchPlace(check: () => void): () => void {
  const stop = new AbortController();
  const timers = CHECK_AFTER_MS.map((wait) => setTimeout(check, wait));
  let settling: ReturnType<typeof setTimeout> | undefined;
  const checkSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(check, SETTLE_MS);
  };
  for (const event of EVENTS)
    addEventListener(event, checkSoon, { capture: true, passive: true, signal: stop.signal });
  return () => {
    stop.abort();
    for (const timer of [...timers, settling]) clearTimeout(timer);
  };
}
