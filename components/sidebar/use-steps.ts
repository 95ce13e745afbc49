import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../../core/protocol/article-step.ts";
import { focusArticle, type SubscribeToSteps } from "../coverage/focus-article.ts";

interface Steps {
  readonly subscribe: SubscribeToSteps;
  readonly content: RefObject<HTMLElement | null>;
  /** Whether only the tab is there, which holds no articles. */
  readonly isTab: boolean;
  /** A step is made in the open sidebar. */
  readonly onStep: () => void;
  /** A step is asked for while only the tab is there; it is made once that has unfolded. */
  readonly onUnfold: () => void;
}

/** Moves the focus to the next or previous article when the user asks for it by a command. */
export function useSteps({ subscribe, content, isTab, onStep, onUnfold }: Steps): void {
  /** A step that is made once the tab has unfolded. */
  const waiting = useRef<Step | null>(null);
  useEffect(() => {
    if (isTab || waiting.current === null) return;
    focusArticle(content.current, waiting.current);
    waiting.current = null;
  }, [isTab]);
  useEffect(() =>
    subscribe((step) => {
      if (!isTab) {
        onStep();
        return focusArticle(content.current, step);
      }
      waiting.current = step;
      onUnfold();
    }),
  );
}
