import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FrameRequest, SidebarShape } from "../../core/protocol/overlay-messages.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";
import type { SidebarForm } from "../../core/settings/site-form.ts";
import { CoverageView } from "../coverage/CoverageView.tsx";
import type { SubscribeToSteps } from "../coverage/focus-article.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import { BesideSheet } from "./BesideSheet.tsx";
import { HiddenSite } from "./HiddenSite.tsx";
import { PanelFoot } from "./PanelFoot.tsx";
import { PanelHead } from "./PanelHead.tsx";
import { ResizeHandle } from "./ResizeHandle.tsx";
import { SidebarTab } from "./SidebarTab.tsx";
import { useEscape } from "./use-escape.ts";
import { useFolding } from "./use-folding.ts";
import { useFrameSize } from "./use-frame-size.ts";
import { useSteps } from "./use-steps.ts";

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
  const coverage = answer?.ok ? answer.value.coverage : null;

  useFrameSize({ shape, width, head, content, onFrame });
  useEffect(() => {
    if (takesFocus) focusTarget.current?.focus();
  }, [takesFocus, shape]);
  useSteps({
    subscribe: props.subscribeToSteps,
    content,
    isTab: shape === "tab",
    onStep: keepOpen,
    onUnfold() {
      onForm("open");
      unfold("press");
    },
  });

  const close = () => {
    if (hiddenSite !== null) return onLeave();
    onForm("closed");
    onFrame({ action: "close" });
  };
  useEscape(() => {
    if (shape !== "tab" && hiddenSite === null && isFoldedByEscape()) fold();
    else close();
  });
  const hideSite = async (site: string) => {
    keepOpen();
    setHiddenSite(site);
    if (!(await props.onHideSite(site))) setHiddenSite(null);
  };

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
  const collapse = () => {
    onForm("tab");
    fold();
  };
  return (
    <>
      {shape === "sheet" && <BesideSheet onPress={hiddenSite === null ? fold : onLeave} />}
      <main class={shape === "sheet" ? "panel sheet" : "panel"} {...events}>
        {shape === "panel" && (
          <ResizeHandle width={width} onWidth={setWidth} onDone={props.onWidth} />
        )}
        <PanelHead
          bar={head}
          closeButton={focusTarget}
          onCollapse={hiddenSite === null ? collapse : null}
          onClose={close}
        />
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
                  <PanelFoot
                    coverage={coverage}
                    onHideSite={(site) => void hideSite(site)}
                    onOptions={props.onOptions}
                  />
                )}
              </>
            )}
          </div>
        </section>
      </main>
    </>
  );
}
