import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import "../../components/kit/kit.css";
import "../../components/coverage/coverage.css";
import "../../components/popup/popup.css";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import { AddOutletOffer } from "../../components/popup/AddOutletOffer.tsx";
import { AddPublishedOffer } from "../../components/popup/AddPublishedOffer.tsx";
import { PopupPanel } from "../../components/popup/PopupPanel.tsx";
import { useOutletOffer } from "../../components/popup/use-outlet-offer.ts";
import type { FeedLink } from "../../core/offer/feed-links.ts";
import { isAnyFindingStories } from "../../core/protocol/finding-stories.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import { manifestShownAt } from "../../core/published/published-address.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { openAddPublished } from "../../platform/pages/add-published-page.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { loadStarterList } from "../../platform/pages/load-starter-list.ts";
import { openToday } from "../../platform/pages/today-page.ts";
import { Once } from "../../platform/store/once.ts";
import { openCitations } from "../../platform/tabs/citations-page.ts";
import { openComparison } from "../../platform/tabs/compare-page.ts";
import { readCurrentPage } from "../../platform/tabs/current-tab.ts";
import { sendToTab } from "../../platform/tabs/overlay-registration.ts";
import { openSidePanel } from "../../platform/tabs/side-panel.ts";
import { requestAccess } from "../../platform/tabs/site-permissions.ts";

const current = readCurrentPage();
const starterList = new Once(loadStarterList);
const offerDeps = { send: ask, requestAccess, loadStarterList: () => starterList.get() };

function Popup() {
  const [answer, setAnswer] = useState<Result<TabCoverage> | null | "unreadable">(null);
  const [isFindingStories, setIsFindingStories] = useState(false);
  const [feeds, setFeeds] = useState<readonly FeedLink[]>([]);
  const [manifest, setManifest] = useState<string | null>(null);
  /** Loaded before the click: browsers open the side panel only if that is the first thing that happens in it. */
  const tab = useRef<number | null>(null);
  const load = useCallback(async () => {
    const read = await current;
    setManifest(manifestShownAt(read?.page.url ?? ""));
    if (read === null) return setAnswer("unreadable");
    tab.current = read.page.tab;
    setAnswer(await ask({ type: "coverage.ofTab", ...read.page }));
    setFeeds(read.feeds);
  }, []);
  const updates = useRef<ViewUpdatesClient | null>(null);
  useEffect(() => {
    void load().then(async () => {
      const read = await current;
      if (read === null) return;
      // Only now: until it was asked about the page, the background does not know it.
      updates.current = new ViewUpdatesClient({ view: "popup", tab: read.page.tab });
      updates.current.on("answer", setAnswer);
      updates.current.on("status", (status) =>
        setIsFindingStories(status.ok && isAnyFindingStories(status.value.dataSets)),
      );
    });
  }, [load]);
  const isAnswered = answer !== null && answer !== "unreadable" && answer.ok;
  const { offer, state, add } = useOutletOffer(offerDeps, isAnswered ? answer.value : null, feeds);
  const onCorrect = async (correction: StoryCorrection) => {
    const corrected = updates.current?.next("answer");
    const { ok } = await ask({ type: "story.correct", ...correction });
    if (ok) await corrected;
    return ok;
  };
  const onSidePanel = () => {
    if (tab.current !== null) void openSidePanel(tab.current);
  };
  const onShowSidebar = async () => {
    const read = await current;
    if (read === null) return;
    void ask({ type: "sidebar.form", form: "open", tab: read.page.tab });
    if (await sendToTab(read.page.tab, { type: "overlay.show" })) close();
  };
  return (
    <PopupPanel
      answer={answer}
      isFindingStories={isFindingStories}
      offer={
        manifest === null ? (
          offer && <AddOutletOffer offer={offer} state={state} onAdd={add} />
        ) : (
          <AddPublishedOffer
            host={new URL(manifest).host}
            onAdd={() => void openAddPublished(manifest).then(() => close())}
          />
        )
      }
      onSite={(site, on) => void ask({ type: "site.switch", site, on })}
      onBehaviour={(sidebar) => {
        if (sidebar === "side-panel") onSidePanel();
        void ask({ type: "settings.change", change: { sidebar } });
      }}
      onSidePanel={() => {
        onSidePanel();
        close();
      }}
      onShowSidebar={() => void onShowSidebar()}
      onToday={() => void openToday().then(() => close())}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => close())}
      onRetry={() => void load()}
      onDismissNotice={() => void ask({ type: "notice.dismiss" })}
      onOrder={(storyOrder) => void ask({ type: "settings.change", change: { storyOrder } })}
      onCorrect={onCorrect}
      onCite={(article) => {
        if (tab.current !== null) void openCitations(tab.current, article).then(() => close());
      }}
      send={ask}
      onCompare={(article) => {
        if (tab.current !== null) void openComparison(tab.current, article).then(() => close());
      }}
    />
  );
}

renderView(<Popup />, createLocale(catalogueLanguage(), catalogueText, Date.now));
