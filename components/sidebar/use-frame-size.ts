import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { FrameRequest, SidebarShape } from "../../core/protocol/overlay-messages.ts";

/** Taller than any screen; the frame shows less and scrolls. CSS pixels. */
const MAX_HEIGHT = 20_000;
/** The panel's border, above and below. CSS pixels. */
const BORDERS = 2;

interface FrameSize {
  readonly shape: SidebarShape;
  /** CSS pixels. */
  readonly width: number;
  /** The bar above the content, which does not scroll. */
  readonly head: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLElement | null>;
  readonly onFrame: (request: FrameRequest) => void;
}

/** Asks for a frame as high as the head and the content of a panel or sheet, now and whenever the content's size changes. */
export function useFrameSize({ shape, width, head, content, onFrame }: FrameSize): void {
  useLayoutEffect(() => {
    if (shape === "tab") return;
    const report = () => {
      const height =
        (head.current?.offsetHeight ?? 0) + (content.current?.offsetHeight ?? 0) + BORDERS;
      onFrame({ action: "size", shape, width, height: Math.min(height, MAX_HEIGHT) });
    };
    report();
    const observer = new ResizeObserver(report);
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, [shape, width, onFrame]);
}
