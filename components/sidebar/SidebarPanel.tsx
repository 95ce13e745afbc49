import type { JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Step } from "../../core/protocol/article-step.ts";
import type { FrameRequest, SidebarShape } from "../../core/protocol/overlay-messages.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import type { SidebarForm } from "../../core/settings/site-form.ts";
import { CoverageView } from "../coverage/CoverageView.tsx";
import { focusArticle, type SubscribeToSteps } from "../coverage/focus-article.ts";
import type { Send } from "../kit/deps.ts";
import { CloseIcon, CollapseIcon, LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { HiddenSite } from "./HiddenSite.tsx";
import { ResizeHandle } from "./ResizeHandle.tsx";
import { SidebarTab } from "./SidebarTab.tsx";
import { useFolding } from "./use-folding.ts";

/** Taller than any screen; the frame shows less and scrolls. */
const MAX_HEIGHT = 20_000;

interface Props {
  readonly answer: Result<TabCoverage> | null;
  readonly initialShape: SidebarShape;
  /** The shape that the tab opens into. */
  readonly opens: "panel" | "sheet";
  readonly initialWidth: number;
  /** Whether the user asked for the sidebar, so that it takes the keyboard focus. */
  readonly takesFocus: boolean;
  readonly subscribeToSteps: SubscribeToSteps;
  readonly onFrame: (request: FrameRequest) => void;
  readonly onWidth: (width: number) => void;
  /** The user has opened, collapsed or closed it, and it is to be so on the next page of the site. */
  readonly onForm: (form: SidebarForm) => void;
  /** Hides it on a site; `false` if that could not be kept. It stays on the page until `onLeave`, for a message with an undo. */
  readonly onHideSite: (site: string) => Promise<boolean>;
  readonly onShowSite: (site: string) => void;
  /** The message is done with. */
  readonly onLeave: () => void;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
  readonly onOrder: (order: StoryOrder) => void;
  readonly onCorrect: (correction: StoryCorrection) => Promise<boolean>;
  readonly onCite?: ((article: string | null) => void) | undefined;
  /** Opens the comparison of the story's headlines. */
  readonly onCompare: (article: string | null) => void;
  readonly send?: Send | undefined;
}

/** The sidebar inside its frame: the coverage, or only a tab that opens it. */
export function SidebarPanel(props: Props): JSX.Element {
  const { answer, onFrame, onForm, onLeave } = props;
  const { text } = useLocale();
  const { shape, takesFocus, unfold, fold, keepOpen, isFoldedByEscape, events } = useFolding(props);
  const [width, setWidth] = useState(props.initialWidth);
  /** The site on which the user has just hidden it. */
  const [hiddenSite, setHiddenSite] = useState<string | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLElement>(null);
  /** Where the focus goes: the close button of the panel, or the tab. */
  const focusTarget = useRef<HTMLButtonElement>(null);
  /** A step that is made once the tab has unfolded. */
  const waitingStep = useRef<Step | null>(null);
  const coverage = answer?.ok ? answer.value.coverage : null;

  useLayoutEffect(() => {
    if (shape === "tab") return;
    const report = () => {
      const height = (head.current?.offsetHeight ?? 0) + (content.current?.offsetHeight ?? 0) + 2;
      onFrame({ action: "size", shape, width, height: Math.min(height, MAX_HEIGHT) });
    };
    report();
    const observer = new ResizeObserver(report);
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, [shape, width, onFrame]);

  useEffect(() => {
    if (takesFocus) focusTarget.current?.focus();
    if (shape !== "tab" && waitingStep.current !== null) {
      focusArticle(content.current, waitingStep.current);
      waitingStep.current = null;
    }
  }, [takesFocus, shape]);
  useEffect(() =>
    props.subscribeToSteps((step) => {
      if (shape !== "tab") {
        keepOpen();
        return focusArticle(content.current, step);
      }
      waitingStep.current = step;
      onForm("open");
      unfold("press");
    }),
  );

  const close = useCallback(() => {
    if (hiddenSite !== null) return onLeave();
    onForm("closed");
    onFrame({ action: "close" });
  }, [hiddenSite, onForm, onFrame, onLeave]);
  const hideSite = async (site: string) => {
    keepOpen();
    setHiddenSite(site);
    if (!(await props.onHideSite(site))) setHiddenSite(null);
  };

  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      if (shape !== "tab" && hiddenSite === null && isFoldedByEscape()) fold();
      else close();
    };
    addEventListener("keydown", onEscape);
    return () => removeEventListener("keydown", onEscape);
  }, [shape, hiddenSite, isFoldedByEscape, fold, close]);

  if (shape === "tab")
    return (
      <SidebarTab
        coverage={coverage}
        isLying={props.opens === "sheet"}
        button={focusTarget}
        onSize={(size) => onFrame({ action: "size", shape, ...size })}
        onUnfold={(by) => {
          if (by === "press") onForm("open");
          unfold(by);
        }}
      />
    );
  const foldSheet = hiddenSite === null ? fold : onLeave;
  return (
    <>
      {shape === "sheet" && (
        <div
          class="beside-sheet"
          aria-hidden="true"
          onPointerUp={({ pointerType }) => pointerType !== "touch" && foldSheet()}
          // At the end of a touch a browser makes up a click, which must not reach the tab that takes the sheet's place.
          onClick={(event) =>
            "pointerType" in event && event.pointerType === "touch" && foldSheet()
          }
        />
      )}
      <main class={shape === "sheet" ? "panel sheet" : "panel"} {...events}>
        {shape === "panel" && (
          <ResizeHandle width={width} onWidth={setWidth} onDone={props.onWidth} />
        )}
        <header class="bar" ref={head}>
          <LogoMark />
          <h1>Second Source</h1>
          {hiddenSite === null && (
            <button
              type="button"
              class="icon-button"
              title={text("collapse")}
              aria-label={text("collapse")}
              onClick={() => {
                onForm("tab");
                fold();
              }}
            >
              <CollapseIcon />
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            title={`${text("close")} (Esc)`}
            aria-label={text("close")}
            ref={focusTarget}
            onClick={close}
          >
            <CloseIcon />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section class="scroll" tabIndex={0} aria-label={text("sidebarLabel")}>
          <div ref={content}>
            {hiddenSite !== null ? (
              <HiddenSite
                site={hiddenSite}
                onUndo={() => {
                  setHiddenSite(null);
                  props.onShowSite(hiddenSite);
                }}
                onEnd={onLeave}
              />
            ) : (
              <>
                <CoverageView
                  answer={answer}
                  onRetry={props.onRetry}
                  onDismissNotice={props.onDismissNotice}
                  onOrder={props.onOrder}
                  onCorrect={props.onCorrect}
                  onCite={props.onCite}
                  onCompare={props.onCompare}
                  send={props.send}
                />
                {/* Until there is an answer it would only move. */}
                {answer !== null && (
                  <footer class="foot">
                    {coverage !== null && coverage.kind !== "none" && (
                      <button
                        type="button"
                        class="button-quiet"
                        onClick={() => void hideSite(coverage.site)}
                      >
                        {text("hideOnSite")}
                      </button>
                    )}
                    <button type="button" class="button-quiet" onClick={props.onOptions}>
                      {text("options")}
                    </button>
                  </footer>
                )}
              </>
            )}
          </div>
        </section>
      </main>
    </>
  );
}
