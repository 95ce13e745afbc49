/** What the sidebar's frame has noted. */
export interface PaintNote {
  /** When the list was on the screen, ms since 1970; absent until then. */
  paintedAt?: number;
}

/**
 * Runs first in the sidebar's frame: notes when an article is on the screen. That is the beginning of
 * the frame after the one in which an article's card lay within the part of the sidebar that the page
 * shows, so at most one frame (17 ms at 60 Hz) is counted too much.
 *
 * Its source text is written into a copy of the extension, so it uses nothing from outside itself.
 */
export function notePaint(): void {
  const isShown = () => {
    const card = document.querySelector(".cards .card");
    if (card === null || innerWidth === 0 || innerHeight === 0) return false;
    const { top, width, height } = card.getBoundingClientRect();
    return width > 0 && height > 0 && top < innerHeight;
  };
  const watch = () => {
    requestAnimationFrame(() => {
      if (!isShown()) return watch();
      requestAnimationFrame(() => {
        (globalThis as PaintNote).paintedAt = performance.timeOrigin + performance.now();
      });
    });
  };
  watch();
}
