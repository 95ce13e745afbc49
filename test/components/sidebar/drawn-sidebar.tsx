import { act } from "preact/test-utils";
import { vi } from "vitest";
import { SidebarPanel } from "../../../components/sidebar/SidebarPanel.tsx";
import type { Step } from "../../../core/protocol/article-step.ts";
import type { FrameRequest } from "../../../core/protocol/overlay-messages.ts";
import type { StoryCorrection } from "../../../core/protocol/requests.ts";
import type { TabCoverage } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { SidebarForm } from "../../../core/settings/site-form.ts";
import { answer, article, story } from "../answers.ts";
import { show, textOf } from "../kit/english.tsx";

const STORY = answer(story(article("The Gazette"), [article("A"), article("B")]));

interface Start {
  readonly result?: Result<TabCoverage> | null;
  readonly shape?: "panel" | "sheet" | "tab";
  readonly opens?: "panel" | "sheet";
  readonly takesFocus?: boolean;
}

/** Draws the sidebar in its frame, with a story of two other articles unless `start` says otherwise. */
export function sidebar(start: Start = {}) {
  const { result = STORY, shape = "panel", opens = "panel", takesFocus = false } = start;
  const calls = {
    onFrame: vi.fn<(request: FrameRequest) => void>(),
    onWidth: vi.fn<(width: number) => void>(),
    onForm: vi.fn<(form: SidebarForm) => void>(),
    onHideSite: vi.fn<(site: string) => Promise<boolean>>(async () => true),
    onShowSite: vi.fn<(site: string) => void>(),
    onLeave: vi.fn(),
    onOptions: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotice: vi.fn(),
    onOrder: vi.fn(),
    onCorrect: vi.fn<(correction: StoryCorrection) => Promise<boolean>>(async () => true),
    onCompare: vi.fn(),
  };
  let onStep: (step: Step) => void = () => undefined;
  const place = show(
    <SidebarPanel
      subscribeToSteps={(listener) => {
        onStep = listener;
        return () => undefined;
      }}
      answer={result}
      initialShape={shape}
      opens={opens}
      initialWidth={360}
      takesFocus={takesFocus}
      {...calls}
    />,
  );
  return { place, step: (step: Step) => act(() => onStep(step)), ...calls };
}

/** The article that has the focus. */
export const focused = () =>
  textOf(document.activeElement?.closest(".card")?.querySelector(".outlet"));

/** A press by a finger or the mouse. */
export function tap(target: Element | null): void {
  void act(() => {
    target?.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    target?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
}

/** A press of a key. */
export function press(target: EventTarget, key: string): void {
  void act(() => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
}
