import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Returns the focus to the button that opened a form when the form closes.
 *
 * @param place holds the buttons (`ToolButton`) or the form
 * @param tool name of the open form; `null` when there is none
 */
export function useToolFocus(place: RefObject<HTMLElement | null>, tool: string | null): void {
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (tool === null && opened.current !== null)
      place.current?.querySelector<HTMLElement>(`[data-tool="${opened.current}"]`)?.focus();
    opened.current = tool;
  }, [place, tool]);
}
