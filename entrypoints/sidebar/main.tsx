import { useCallback, useEffect, useState } from "preact/hooks";
import "../../components/kit/kit.css";
import "../../components/coverage/coverage.css";
import "../../components/sidebar/sidebar.css";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import { SidebarPanel } from "../../components/sidebar/SidebarPanel.tsx";
import type { Step } from "../../core/protocol/article-step.ts";
import type { FrameRequest, SidebarShape } from "../../core/protocol/overlay-messages.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { SidebarForm } from "../../core/settings/site-form.ts";
import { onArticleStep, ownTab } from "../../platform/messages/article-steps.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";

/** What the content script says of this frame, in the frame's address. */
const start = new URLSearchParams(location.hash.slice(1));
const shapes = ["panel", "sheet", "tab"] as const satisfies readonly SidebarShape[];

const tab = ownTab();
const subscribeToSteps = (onStep: (step: Step) => void) => onArticleStep(tab, onStep);
const updates = new ViewUpdatesClient({ view: "sidebar" });

function Sidebar() {
  const [answer, setAnswer] = useState<Result<TabCoverage> | null>(null);
  useEffect(() => updates.on("answer", setAnswer), []);
  const onCorrect = useCallback(async (correction: StoryCorrection) => {
    const corrected = updates.next("answer");
    const { ok } = await ask({ type: "story.correct", ...correction });
    if (ok) await corrected;
    return ok;
  }, []);
  const onFrame = useCallback((frame: FrameRequest) => {
    void ask({ type: "frame", frame });
  }, []);
  const onForm = useCallback((form: SidebarForm) => {
    void ask({ type: "sidebar.form", form, tab: null });
  }, []);
  const onCite = useCallback((article: string | null) => {
    void ask({ type: "citations.open", article });
  }, []);
  return (
    <SidebarPanel
      answer={answer}
      initialShape={shapes.find((shape) => shape === start.get("shape")) ?? "panel"}
      opens={start.get("opens") === "sheet" ? "sheet" : "panel"}
      initialWidth={Number(start.get("width"))}
      takesFocus={start.get("focus") === "true"}
      subscribeToSteps={subscribeToSteps}
      onFrame={onFrame}
      onForm={onForm}
      onWidth={(sidebarWidth) => void ask({ type: "settings.change", change: { sidebarWidth } })}
      onHideSite={async (site) => {
        await ask({ type: "frame", frame: { action: "stay", on: true } });
        return (await ask({ type: "site.switch", site, on: false })).ok;
      }}
      onShowSite={async (site) => {
        setAnswer(null);
        await ask({ type: "site.switch", site, on: true });
        updates.refresh();
      }}
      onLeave={() => onFrame({ action: "stay", on: false })}
      onOptions={() => void ask({ type: "options.open" })}
      onRetry={() => {
        setAnswer(null);
        updates.refresh();
      }}
      onDismissNotice={() => void ask({ type: "notice.dismiss" })}
      onOrder={(storyOrder) => void ask({ type: "settings.change", change: { storyOrder } })}
      onCorrect={onCorrect}
      onCite={onCite}
      onCompare={(other) => void ask({ type: "compare.open", other })}
      send={ask}
    />
  );
}

renderView(<Sidebar />, createLocale(catalogueLanguage(), catalogueText, Date.now));
