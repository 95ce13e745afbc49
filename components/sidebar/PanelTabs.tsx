import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";

/** What the side panel shows: the coverage of the page in front, or the stories of today. */
export type PanelView = "page" | "today";

/** Id of the element that holds the view that is shown. */
export const PANEL_VIEW = "panel-view";

const NAMES = { page: "thisPage", today: "todayTitle" } as const;
const VIEWS = ["page", "today"] as const satisfies readonly PanelView[];

interface Props {
  readonly shown: PanelView;
  readonly onShow: (view: PanelView) => void;
}

/** The tabs of the side panel. One of them is in the order of the Tab key; the arrow keys go to the other and show it. */
export function PanelTabs({ shown, onShow }: Props): JSX.Element {
  const { text } = useLocale();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    // Of two tabs, each is the one before and the one after the other.
    const isFirst = event.key === "Home" || (event.key !== "End" && shown === "today");
    onShow(isFirst ? "page" : "today");
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[isFirst ? 0 : 1]?.focus();
  };
  return (
    <div ref={list} class="panel-tabs" role="tablist" aria-label={text("panelViews")}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={`${PANEL_VIEW}-${view}`}
          aria-selected={view === shown}
          aria-controls={PANEL_VIEW}
          tabIndex={view === shown ? 0 : -1}
          onClick={() => onShow(view)}
          onKeyDown={onKeyDown}
        >
          {text(NAMES[view])}
        </button>
      ))}
    </div>
  );
}
