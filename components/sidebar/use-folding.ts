import { useEffect, useRef, useState } from "preact/hooks";
import type { SidebarShape } from "../../core/protocol/overlay-messages.ts";

/** A pointer that crosses the edge for less than this time neither unfolds nor folds anything, ms. */
const HOVER_MS = 200;
/** A pointer that was gone before the tab had unfolded is noticed after this time, ms. */
const MISSED_MS = 1500;

interface Start {
  readonly initialShape: SidebarShape;
  /** The shape that the tab opens into. */
  readonly opens: "panel" | "sheet";
  readonly takesFocus: boolean;
}

/** How the tab was unfolded: by a look, which ends when the pointer or the focus leaves, or for good. */
type Unfolding = "hover" | "focus" | "press";

/**
 * The shape of the sidebar. Its tab unfolds under a mouse and when the keyboard focus comes to it, and folds again when
 * they leave; pressed, it stays open.
 */
export function useFolding({ initialShape, opens, takesFocus: takesFocusAtFirst }: Start) {
  const [shape, setShape] = useState(initialShape);
  const [takesFocus, setTakesFocus] = useState(takesFocusAtFirst);
  const openedBy = useRef<Unfolding>("press");
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const later = (action: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(action, HOVER_MS);
  };
  const open = (by: Unfolding) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    openedBy.current = by;
    setTakesFocus(by !== "hover");
    setShape(opens);
    if (by === "hover")
      timer.current = setTimeout(() => {
        if (!document.documentElement.matches(":hover")) close(false);
      }, MISSED_MS);
  };
  const close = (focusesTab: boolean) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    openedBy.current = "press";
    setTakesFocus(focusesTab);
    setShape("tab");
  };
  /** Whoever does something here wants it to stay. */
  const keepOpen = () => {
    openedBy.current = "press";
  };
  useEffect(() => {
    // The focus left the frame: for the page, or for an article that was opened in another tab.
    const onBlur = () => {
      if (openedBy.current === "focus") close(false);
    };
    addEventListener("blur", onBlur);
    return () => {
      removeEventListener("blur", onBlur);
      clearTimeout(timer.current);
    };
  }, []);
  return {
    shape,
    takesFocus,
    /** Under a mouse it unfolds after a moment. */
    unfold(by: Unfolding | "leave"): void {
      if (by === "leave") {
        clearTimeout(timer.current);
        timer.current = undefined;
      } else if (by === "hover") timer.current ??= setTimeout(() => open(by), HOVER_MS);
      // A tab that has just been folded is given the focus, and stays folded.
      else if (by === "press" || !takesFocus) open(by);
    },
    fold: () => close(true),
    keepOpen,
    /** Whether it is only looked at, or lies over the whole page: then Esc folds it, and does not close it. */
    isFoldedByEscape: () => openedBy.current !== "press" || opens === "sheet",
    /** Of the unfolded sidebar. */
    events: {
      onPointerEnter: () => clearTimeout(timer.current),
      onPointerLeave() {
        if (openedBy.current === "hover") later(() => close(false));
      },
      onPointerDown: keepOpen,
    },
  };
}
