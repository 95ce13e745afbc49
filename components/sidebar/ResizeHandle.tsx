import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { MAX_SIDEBAR_WIDTH, MIN_SIDEBAR_WIDTH } from "../../core/settings/sidebar-width.ts";
import { useLocale } from "../kit/locale.ts";

/** Step of an arrow key, CSS pixels. */
const KEY_STEP = 20;

interface Props {
  /** CSS pixels. */
  readonly width: number;
  /** Called while the user drags. */
  readonly onWidth: (width: number) => void;
  /** Called when the user is done. */
  readonly onDone: (width: number) => void;
}

/** The left edge of the sidebar, which the user drags, or focuses and moves with the arrow keys. */
export function ResizeHandle({ width, onWidth, onDone }: Props): JSX.Element {
  const { text } = useLocale();
  // Screen coordinates: the frame itself moves under the pointer while it is resized.
  const drag = useRef<{ readonly fromX: number; readonly fromWidth: number } | null>(null);
  const dragged = (event: PointerEvent): number | null =>
    drag.current && clamp(drag.current.fromWidth + drag.current.fromX - event.screenX);
  return (
    <hr
      class="resize"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={text("resize")}
      aria-valuenow={width}
      aria-valuemin={MIN_SIDEBAR_WIDTH}
      aria-valuemax={MAX_SIDEBAR_WIDTH}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { fromX: event.screenX, fromWidth: width };
      }}
      onPointerMove={(event) => {
        const next = dragged(event);
        if (next !== null) onWidth(next);
      }}
      onPointerUp={(event) => {
        const next = dragged(event);
        drag.current = null;
        if (next !== null) onDone(next);
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = clamp(width + step);
        onWidth(next);
        onDone(next);
      }}
    />
  );
}

function clamp(width: number): number {
  return Math.round(Math.min(MAX_SIDEBAR_WIDTH, Math.max(MIN_SIDEBAR_WIDTH, width)));
}
