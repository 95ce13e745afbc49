import { MAX_HEADLINE_LENGTH } from "../../core/page/statement-limits.ts";
import { MAX_ADDRESS_LENGTH } from "../../core/url/http-url.ts";
import { askedLinkItem, settingsItem } from "../storage/stored-items.ts";
import type { ContextMenuQuestion } from "../tabs/context-menu.ts";
import { readTab } from "../tabs/current-tab.ts";
import { keepOpened, type OpenViews, showCount } from "./open-views.ts";

/** Looks up what the user asks about in the context menu, for the side panel of the tab. */
export async function answerContextMenu(
  { answers, updates }: Pick<OpenViews, "answers" | "updates">,
  question: ContextMenuQuestion,
): Promise<void> {
  const { tab, url } = question;
  if (url.length > MAX_ADDRESS_LENGTH) return;
  if (question.about === "link") {
    const text = (await question.text()).slice(0, MAX_HEADLINE_LENGTH);
    await askedLinkItem.change(() => ({ tab, url, text }));
    return;
  }
  await askedLinkItem.remove();
  const { claims, statement } = await readTab(tab);
  const page = { url, claims, statement };
  const [answer, settings] = await Promise.all([answers.answer(tab, page), settingsItem.read()]);
  keepOpened(tab, answer, settings);
  await Promise.all([answers.remember(tab, page), showCount(tab, answer, settings)]);
  await updates.answerChanged((view) => view.tab === tab);
}
