import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import "../../components/kit/kit.css";
import "../../components/coverage/coverage.css";
import "../../components/sidebar/sidebar.css";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import { SidebarPanel } from "../../components/sidebar/SidebarPanel.tsx";
import type { StoryCorrection, TabCoverage } from "../../core/protocol/messages.ts";
import type { FrameRequest } from "../../core/protocol/overlay-messages.ts";
import type { Result } from "../../core/protocol/result.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { watchCorrections } from "../../platform/storage/corrections-store.ts";

/** What the content script says of this frame, in the frame's address. */
const start = new URLSearchParams(location.hash.slice(1));

function Sidebar() {
  const [answer, setAnswer] = useState<Result<TabCoverage> | null>(null);
  /** Questions asked so far, and the latest of them whose answer is shown. */
  const turns = useRef({ asked: 0, shown: 0 });
  const refresh = useCallback(async () => {
    const turn = ++turns.current.asked;
    const latest = await ask({ type: "coverage.ofOwnTab" });
    if (turn < turns.current.shown) return;
    turns.current.shown = turn;
    setAnswer(latest);
  }, []);
  const load = useCallback(() => {
    setAnswer(null);
    return refresh();
  }, [refresh]);
  useEffect(() => void load(), [load]);
  // Said in another tab, or taken back in the options: the answer changes under what is shown.
  useEffect(() => watchCorrections(() => void refresh()), [refresh]);
  const onCorrect = useCallback(
    async (correction: StoryCorrection) => {
      const { ok } = await ask({ type: "story.correct", ...correction });
      if (ok) await refresh();
      return ok;
    },
    [refresh],
  );
  const onFrame = useCallback((frame: FrameRequest) => {
    void ask({ type: "frame", frame });
  }, []);
  return (
    <SidebarPanel
      answer={answer}
      initialShape={start.get("shape") === "tab" ? "tab" : "panel"}
      initialWidth={Number(start.get("width"))}
      takesFocus={start.get("focus") === "true"}
      onFrame={onFrame}
      onWidth={(sidebarWidth) => void ask({ type: "settings.change", change: { sidebarWidth } })}
      onHideSite={(site) => void ask({ type: "site.switch", site, on: false })}
      onOptions={() => void ask({ type: "options.open" })}
      onRetry={() => void load()}
      onDismissNotice={() => void ask({ type: "notice.dismiss" }).then(load)}
      onCorrect={onCorrect}
    />
  );
}

renderView(<Sidebar />, createLocale(catalogueLanguage(), catalogueText, Date.now));
