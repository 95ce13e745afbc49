/** What the sidebar's frame notes; ms since 1970. */
export interface PaintTimes {
  /** When the frame began. */
  readonly beganAt: number;
  /** When its first script ran. */
  readonly scriptAt: number;
  /** When its document had an article. */
  readonly drawnAt: number;
  /** When an article was on the screen. */
  readonly paintedAt: number;
}

interface Extension {
  readonly runtime: { sendMessage(message: unknown): unknown };
}

/**
 * Runs first in the sidebar's frame: notes when an article is on the screen, and tells the background. That is the end of the first
 * frame, drawn, in which an article's card lies within the part of the sidebar that the page shows: a
 * message sent before a frame is drawn arrives when it has been.
 *
 * Its source text is written into a copy of the extension, so it uses nothing from outside itself.
 */
export function notePaint(): void {
  const now = () => performance.timeOrigin + performance.now();
  const scriptAt = now();
  let drawnAt = 0;
  const observer = new MutationObserver(() => {
    if (document.querySelector(".cards .card") === null) return;
    drawnAt = now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  const isShown = () => {
    const card = document.querySelector(".cards .card");
    if (card === null) return false;
    const { top, width, height } = card.getBoundingClientRect();
    return width > 0 && height > 0 && top < innerHeight;
  };
  const watch = () => {
    requestAnimationFrame(() => {
      if (!isShown()) return watch();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const times = { beganAt: performance.timeOrigin, scriptAt, drawnAt, paintedAt: now() };
        port1.close();
        const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
        const message = { type: "benchmark.painted", ...times };
        (scope.browser ?? scope.chrome).runtime.sendMessage(message);
      };
      port2.postMessage(null);
    });
  };
  watch();
}
