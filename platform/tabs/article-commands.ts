import browser from "webextension-polyfill";
import { ARTICLE_STEP, type ArticleStep, type Step } from "../../core/protocol/article-step.ts";
import { sendToTab } from "./overlay-registration.ts";

/** The commands in the manifest. */
const STEPS: Readonly<Record<string, Step>> = { "next-article": 1, "previous-article": -1 };

/**
 * Has the commands move the focus through the articles in the sidebar or the side panel of the tab in front, wherever the focus
 * is. Where neither is open, they open the sidebar; where none can be, the popup, as far as the browser lets it. Must be called
 * while the background script first runs.
 *
 * @param onOpened called with a tab whose sidebar was opened
 */
export function onArticleCommand(onOpened: (tab: number) => void): void {
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener(async (command, tab) => {
    const step = STEPS[command];
    if (step === undefined || tab?.id === undefined) return;
    // First, since only the page can give the focus to a frame of another origin that is in it.
    await sendToTab(tab.id, { type: "overlay.focus" });
    const id = crypto.randomUUID();
    if (await stepInView({ type: ARTICLE_STEP, tab: tab.id, step, id })) return;
    if (await sendToTab(tab.id, { type: "overlay.show" })) onOpened(tab.id);
    else await browser.action.openPopup().catch(() => undefined);
  });
}

/** Whether a view has made the step. */
async function stepInView(message: ArticleStep): Promise<boolean> {
  // Rejected where no page of the extension is open. What is sent to all pages does not reach a frame in a page in Firefox;
  // what is sent to a tab does.
  const answers = await Promise.all([
    browser.runtime.sendMessage(message).catch(() => false),
    browser.tabs.sendMessage(message.tab, message).catch(() => false),
  ]);
  return answers.includes(true);
}
