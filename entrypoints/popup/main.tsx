import { useCallback, useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import "../../components/theme.css";
import "../../components/coverage.css";
import "./style.css";
import { createLocale } from "../../components/locale.ts";
import { PopupPanel } from "../../components/PopupPanel.tsx";
import { renderView } from "../../components/render-view.tsx";
import { isAnyFindingStories } from "../../core/protocol/finding-stories.ts";
import type { StoryCorrection, TabCoverage } from "../../core/protocol/messages.ts";
import type { Result } from "../../core/protocol/result.ts";
import { catalogueLanguage, catalogueText } from "../../platform/catalogue.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { readCurrentPage } from "../../platform/pages/current-tab.ts";
import { tellTab } from "../../platform/pages/overlay-registration.ts";

const page = readCurrentPage();

function Popup() {
  const [answer, setAnswer] = useState<Result<TabCoverage> | null | "unreadable">(null);
  const [isFindingStories, setIsFindingStories] = useState(false);
  const load = useCallback(async () => {
    const current = await page;
    if (current === null) return setAnswer("unreadable");
    setAnswer(await ask({ type: "coverage.ofTab", ...current }));
    const status = await ask({ type: "status" });
    setIsFindingStories(status.ok && isAnyFindingStories(status.value.dataSets));
  }, []);
  useEffect(() => void load(), [load]);
  const onCorrect = async (correction: StoryCorrection) => {
    const { ok } = await ask({ type: "story.correct", ...correction });
    if (ok) await load();
    return ok;
  };
  const onShowSidebar = async () => {
    const current = await page;
    if (current !== null && (await tellTab(current.tab, { type: "overlay.show" }))) close();
  };
  return (
    <PopupPanel
      answer={answer}
      isFindingStories={isFindingStories}
      onSite={(site, on) => void ask({ type: "site.switch", site, on }).then(load)}
      onBehaviour={(sidebar) =>
        void ask({ type: "settings.change", change: { sidebar } }).then(load)
      }
      onShowSidebar={() => void onShowSidebar()}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => close())}
      onRetry={() => void load()}
      onDismissNotice={() => void ask({ type: "notice.dismiss" }).then(load)}
      onCorrect={onCorrect}
    />
  );
}

renderView(<Popup />, createLocale(catalogueLanguage(), catalogueText, Date.now));
