import { useState } from "preact/hooks";
import { useLocale } from "./locale.ts";

/** What a list of stops needs on its container, and which of its stops the Tab key goes to. */
export interface RovingFocus {
  /** Tab index of the stop of an id. */
  tabIndexOf(id: string): 0 | -1;
  onFocusIn(event: FocusEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * One tab stop for many elements: the arrow keys, Home and End go from one to the next, the Tab key to the one that had the focus
 * last, and out of the list. (WAI-ARIA Authoring Practices, "Managing focus within components using a roving tabindex".)
 *
 * @param ids of the stops in their order; each stop has its id as `data-stop`
 */
export function useRovingFocus(
  ids: readonly string[],
  orientation: "vertical" | "horizontal",
): RovingFocus {
  const { direction } = useLocale();
  const [last, setLast] = useState<string | null>(null);
  const current = last !== null && ids.includes(last) ? last : ids[0];
  const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  const [next, previous] =
    orientation === "vertical" ? ["ArrowDown", "ArrowUp"] : [forward, backward];
  return {
    tabIndexOf: (id) => (id === current ? 0 : -1),
    onFocusIn({ currentTarget, target }) {
      const stop = stopOf(currentTarget, target);
      if (stop !== undefined) setLast(stop.getAttribute("data-stop"));
    },
    onKeyDown(event) {
      const { currentTarget, target, key } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (target instanceof Element && target.closest("input, select, textarea") !== null) return;
      const stops = stopsIn(currentTarget);
      const stop = stopOf(currentTarget, target);
      const at = stop === undefined ? -1 : stops.indexOf(stop);
      const place = { [next as string]: at + 1, [previous as string]: at - 1, Home: 0, End: -1 }[
        key
      ];
      if (place === undefined) return;
      event.preventDefault();
      const to = key === "End" ? stops.at(-1) : stops[Math.max(0, place)];
      to?.focus();
    },
  };
}

type Stop = HTMLElement | SVGElement;

function stopsIn(list: EventTarget | null): Stop[] {
  return list instanceof Element ? Array.from(list.querySelectorAll<Stop>("[data-stop]")) : [];
}

/** The stop that an element is, or belongs to: the last one that does not come after it. */
function stopOf(list: EventTarget | null, element: EventTarget | null): Stop | undefined {
  if (!(element instanceof Node)) return undefined;
  return stopsIn(list).findLast(
    (stop) =>
      stop === element ||
      (stop.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
}
