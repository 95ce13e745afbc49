import browser, { type Runtime } from "webextension-polyfill";
import { ARTICLE_STEP, type ArticleStep, type Step } from "../../core/protocol/article-step.ts";
import { ask } from "./message-client.ts";

/**
 * Calls `onStep` when the user asks for the next or the previous article in a view of a tab.
 *
 * @param tabOf the tab that the view shows now; `undefined` while that is not known
 * @returns ends it
 */
export function onArticleStep(
  tabOf: () => number | undefined,
  onStep: (step: Step) => void,
): () => void {
  let made: string | null = null;
  const onMessage = (message: unknown, sender: Runtime.MessageSender) => {
    const { type, tab, step, id } = message as ArticleStep;
    // A content script could send the same; it has a tab, and the background has none.
    if (type !== ARTICLE_STEP || sender.tab !== undefined || tab !== tabOf()) return undefined;
    if (id !== made) onStep(step);
    made = id;
    return Promise.resolve(true);
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}

/** The tab that the calling frame is in, once the background has answered. */
export function ownTab(): () => number | undefined {
  let own: number | undefined;
  void ask({ type: "tab.own" }).then((answer) => {
    if (answer.ok) own = answer.value ?? undefined;
  });
  return () => own;
}
