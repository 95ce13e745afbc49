import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Whether nothing has the focus, as after the element that had it is gone. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

/**
 * Moves focus to the heading of a section's panel when another stage begins, so that a keyboard or
 * a screen reader is where the page goes on. With no panel left, the section's own heading takes it.
 *
 * @param stage names the stage; `null` is no panel
 * @param isReaders the reader brought this stage about, so that focus always follows; otherwise
 *   only when it was lost with the stage before
 */
export function useStageFocus(
  place: RefObject<HTMLElement | null>,
  stage: string | null,
  isReaders: boolean,
): void {
  const before = useRef(stage);
  useEffect(() => {
    const hadStage = before.current !== null;
    if (before.current === stage) return;
    before.current = stage;
    if (!isReaders && !(hadStage && isFocusLost())) return;
    const panel = place.current?.querySelector<HTMLElement>(".panel h3");
    const heading = panel ?? place.current?.querySelector<HTMLElement>("h2");
    // What ends by itself does not scroll a page that is being read.
    heading?.focus({ preventScroll: !isReaders });
  }, [place, stage, isReaders]);
}
