import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Whether nothing has the focus, for example because the element that had it was removed. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

/**
 * Moves the focus to the heading of a section's panel when another stage begins, so that keyboard and
 * screen reader continue there. When the panel closes, the section's own heading gets the focus.
 *
 * @param stage name of the stage; `null` if there is no panel
 * @param isUserAction whether the user started this stage. If so, the focus always follows; if not,
 *   only when it was lost with the stage before
 */
export function useStageFocus(
  place: RefObject<HTMLElement | null>,
  stage: string | null,
  isUserAction: boolean,
): void {
  const before = useRef(stage);
  useEffect(() => {
    const hadStage = before.current !== null;
    if (before.current === stage) return;
    before.current = stage;
    if (!isUserAction && !(hadStage && isFocusLost())) return;
    const panel = place.current?.querySelector<HTMLElement>(".panel h3");
    const heading = panel ?? place.current?.querySelector<HTMLElement>("h2");
    // A stage that ends by itself must not scroll the page.
    heading?.focus({ preventScroll: !isUserAction });
  }, [place, stage, isUserAction]);
}
