/** What the sidebar's frame notes; ms since 1970. */
export interface PaintTimes {
  /** When the frame began. */
  readonly beganAt: number;
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
  let isSeen = false;
  // The page shows the frame when it gives it the size that the sidebar asks for.
  addEventListener("resize", () => {
    isSeen = true;
  });
  const isShown = () => {
    if (!isSeen) return false;
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
        const beganAt = performance.timeOrigin;
        const paintedAt = beganAt + performance.now();
        port1.close();
        const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
        const message = { type: "benchmark.painted", beganAt, paintedAt };
        (scope.browser ?? scope.chrome).runtime.sendMessage(message);
      };
      port2.postMessage(null);
    });
  };
  watch();
}
