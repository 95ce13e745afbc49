import type { FunctionComponent } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import "../../components/kit/kit.css";
import "../../components/coverage/coverage.css";
import "../../components/sidebar/side-panel.css";
import { createLocale, useLocale } from "../../components/kit/locale.ts";
import { Loading } from "../../components/kit/Message.tsx";
import { renderView } from "../../components/kit/render-view.tsx";
import { SidePanel } from "../../components/sidebar/SidePanel.tsx";
import type { Step } from "../../core/protocol/article-step.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import { onArticleStep } from "../../platform/messages/article-steps.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { type AskedLink, followAskedLink } from "../../platform/pages/asked-link.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { openToday } from "../../platform/pages/today-page.ts";
import { openCitations } from "../../platform/tabs/citations-page.ts";
import { openComparison } from "../../platform/tabs/compare-page.ts";
import { followTabInFront } from "../../platform/tabs/tab-in-front.ts";

/** The tab whose coverage is shown, where this is a tab of its own and not the browser's side panel. */
const fixedTab = new URLSearchParams(location.search).get("tab");

/** The stories of today, loaded when the user asks for them first. */
function TodayOnDemand() {
  const { text } = useLocale();
  const [Today, setToday] = useState<FunctionComponent | null>(null);
  useEffect(() => {
    void import("./today-view.tsx").then(({ TodayInPanel }) => setToday(() => TodayInPanel));
  }, []);
  return Today === null ? <Loading label={text("loading")} /> : <Today />;
}

function SidePanelOfTab() {
  const [answer, setAnswer] = useState<Result<TabCoverage> | null>(null);
  const [link, setLink] = useState<AskedLink | null>(null);
  const [linkAnswer, setLinkAnswer] = useState<Result<TabCoverage> | null>(null);
  const updates = useRef<ViewUpdatesClient | null>(null);
  const shownTab = useRef<number | undefined>(undefined);
  const subscribeToSteps = useCallback(
    (onStep: (step: Step) => void) => onArticleStep(() => shownTab.current, onStep),
    [],
  );
  useEffect(() => {
    let endLink: (() => void) | undefined;
    const endTab = followTabInFront(fixedTab === null ? null : Number(fixedTab), (tab) => {
      updates.current?.dispose();
      setAnswer(null);
      shownTab.current = tab;
      updates.current = new ViewUpdatesClient({ view: "side-panel", tab });
      updates.current.on("answer", setAnswer);
      endLink?.();
      endLink = followAskedLink(tab, setLink);
    });
    return () => {
      endLink?.();
      endTab();
    };
  }, []);
  const askAboutLink = useCallback(async () => {
    if (link !== null) setLinkAnswer(await ask({ type: "coverage.ofLink", ...link }));
  }, [link]);
  useEffect(() => {
    setLinkAnswer(null);
    void askAboutLink();
  }, [askAboutLink]);
  const onCorrect = useCallback(
    async (correction: StoryCorrection) => {
      const corrected = link === null ? updates.current?.next("answer") : null;
      const { ok } = await ask({ type: "story.correct", ...correction });
      if (ok) await (link === null ? corrected : askAboutLink());
      return ok;
    },
    [link, askAboutLink],
  );
  const onCite = (article: string | null) => {
    if (shownTab.current !== undefined) void openCitations(shownTab.current, article);
  };
  const onCompare = (article: string | null) => {
    if (shownTab.current !== undefined) void openComparison(shownTab.current, article);
  };
  return (
    <SidePanel
      answer={answer}
      link={link}
      linkAnswer={linkAnswer}
      today={<TodayOnDemand />}
      subscribeToSteps={subscribeToSteps}
      onBack={() => void ask({ type: "link.forget" })}
      onBehaviour={(sidebar) => void ask({ type: "settings.change", change: { sidebar } })}
      onToday={() => void openToday()}
      onOptions={() => void ask({ type: "options.open" })}
      onRetry={() => {
        setAnswer(null);
        setLinkAnswer(null);
        updates.current?.refresh();
        void askAboutLink();
      }}
      onDismissNotice={() => void ask({ type: "notice.dismiss" })}
      onOrder={(storyOrder) => void ask({ type: "settings.change", change: { storyOrder } })}
      onCorrect={onCorrect}
      // The answer for a link is no tab's.
      onCite={link === null ? onCite : undefined}
      onCompare={onCompare}
      send={ask}
    />
  );
}

renderView(<SidePanelOfTab />, createLocale(catalogueLanguage(), catalogueText, Date.now));
