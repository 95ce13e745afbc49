// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import browser from "webextension-polyfill";
import { PopupPanel } from "../../../components/popup/PopupPanel.tsx";
import { SidebarPanel } from "../../../components/sidebar/SidebarPanel.tsx";
import { SidePanel } from "../../../components/sidebar/SidePanel.tsx";
import type { Coverage } from "../../../core/coverage/coverage.ts";
import { showBadge } from "../../../platform/tabs/badge.ts";
import fakeBrowser from "../../fake-browser.ts";
import { answer, article, found, foundStory, story } from "../answers.ts";
import { show, textOf } from "../kit/english.tsx";

const NOTHING = () => undefined;
const SHARED = {
  onBehaviour: NOTHING,
  onToday: NOTHING,
  onOptions: NOTHING,
  onRetry: NOTHING,
  onDismissNotice: NOTHING,
  onOrder: NOTHING,
  onCorrect: async () => true,
  onCompare: NOTHING,
};
const SIDEBAR = {
  ...({ opens: "panel", initialWidth: 360, takesFocus: false } as const),
  ...{ onFrame: NOTHING, onWidth: NOTHING, onForm: NOTHING, onHideSite: async () => true },
  ...{ onShowSite: NOTHING, onLeave: NOTHING },
  subscribeToSteps: () => NOTHING,
};

/** The number that each place shows of an answer: the toolbar button, the tab, and the heading of the list in each view. */
async function numbersOf(coverage: Coverage): Promise<Readonly<Record<string, string>>> {
  const result = answer(coverage);
  const heading = (place: HTMLElement) => textOf(place.querySelector(".list-head h2"));
  await showBadge(7, coverage);
  const views = {
    sidebar: <SidebarPanel answer={result} initialShape="panel" {...SIDEBAR} {...SHARED} />,
    popup: (
      <PopupPanel
        answer={result}
        isFindingStories={false}
        onSite={NOTHING}
        onShowSidebar={NOTHING}
        onSidePanel={NOTHING}
        {...SHARED}
      />
    ),
    "side panel": (
      <SidePanel
        answer={result}
        link={null}
        linkAnswer={null}
        today={null}
        subscribeToSteps={() => NOTHING}
        onBack={NOTHING}
        {...SHARED}
      />
    ),
  };
  const tab = show(<SidebarPanel answer={result} initialShape="tab" {...SIDEBAR} {...SHARED} />);
  return {
    button: await browser.action.getBadgeText({ tabId: 7 }),
    tab: textOf(tab.querySelector(".tab-count")),
    ...Object.fromEntries(Object.entries(views).map(([name, view]) => [name, heading(show(view))])),
  };
}

beforeEach(() => fakeBrowser.reset());

test.each<[string, Coverage, string]>([
  ["articles that a record names", story(article("Gazette"), [article("A"), article("B")]), "2"],
  [
    "copies, which are listed with their texts",
    foundStory([
      found("A", 0.9, { copies: [found("C", 0.9), found("D", 0.9)] }),
      found("B", 0.8),
      found("E", 0.8),
    ]),
    "3",
  ],
  [
    "articles beside the story: on the topic, rejected, and not read",
    foundStory([found("A", 0.9), found("B", 0.8)], {
      sameTopic: [found("C", 0.4, { verdict: "same-topic" })],
      rejected: [found("D", 0.9)],
      omitted: 5,
    }),
    "2",
  ],
])(
  "the button, the tab and every list show one number, whatever there is of %s",
  async (_, coverage, number) => {
    expect(await numbersOf(coverage)).toEqual({
      button: number,
      tab: number,
      sidebar: `${number} other articles`,
      popup: `${number} other articles`,
      "side panel": `${number} other articles`,
    });
  },
);
