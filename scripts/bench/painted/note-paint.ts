/** What the sidebar's frame has noted. */
export interface PaintNote {
  /** When the list was on the screen, ms since 1970; absent until then. */
  paintedAt?: number;
}

/**
 * Runs first in the sidebar's frame: notes when an article is on the screen. That is the end of the first
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
        (globalThis as PaintNote).paintedAt = performance.timeOrigin + performance.now();
        port1.close();
      };
      port2.postMessage(null);
    });
  };
  watch();
}
