import type { ComponentChild, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { SidebarBehaviour, StoryOrder } from "../../core/settings/settings.ts";
import { CoverageView } from "../coverage/CoverageView.tsx";
import { focusArticle, type SubscribeToSteps } from "../coverage/focus-article.ts";
import type { Send } from "../kit/deps.ts";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { PANEL_VIEW, PanelTabs, type PanelView } from "./PanelTabs.tsx";
import { SidebarBehaviourField } from "./SidebarBehaviourField.tsx";

interface Props {
  /** Of the page in front; `null` while the background is being asked. */
  readonly answer: Result<TabCoverage> | null;
  /** The link that the user asked about in the context menu, if there is one. */
  readonly link: { readonly url: string; readonly text: string } | null;
  /** Of the article behind the link, as it was when it was asked about; `null` while the background is being asked. */
  readonly linkAnswer: Result<TabCoverage> | null;
  /** The stories of today, which are drawn only while they are shown. */
  readonly today: ComponentChild;
  /** Back from the link to the page. */
  readonly onBack: () => void;
  readonly subscribeToSteps: SubscribeToSteps;
  readonly onBehaviour: (behaviour: SidebarBehaviour) => void;
  /** Opens the page "Today" in a tab. */
  readonly onToday: () => void;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
  readonly onOrder: (order: StoryOrder) => void;
  readonly onCorrect: (correction: StoryCorrection) => Promise<boolean>;
  readonly onCite?: ((article: string | null) => void) | undefined;
  /** Opens the comparison of the headlines of the page's story. */
  readonly onCompare: (article: string | null) => void;
  readonly send?: Send | undefined;
}

/** The browser's own side panel: the coverage of the page in front, and the stories of today. */
export function SidePanel(props: Props): JSX.Element {
  const { text } = useLocale();
  const { answer, link } = props;
  const [view, setView] = useState<PanelView>("page");
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => props.subscribeToSteps((step) => focusArticle(content.current, step)));
  // Whoever asks about a link wants to see the answer.
  useEffect(() => {
    if (link !== null) setView("page");
  }, [link]);
  const shown = link === null ? answer : withSettingsOf(answer, props.linkAnswer);
  const value = shown?.ok ? shown.value : null;
  return (
    <main class="side-panel">
      <header class="bar">
        <LogoMark />
        <h1 class="visually-hidden">Second Source</h1>
        <PanelTabs shown={view} onShow={setView} />
      </header>
      <div
        ref={content}
        id={PANEL_VIEW}
        role="tabpanel"
        aria-labelledby={`${PANEL_VIEW}-${view}`}
        // Another element for each view, so that nothing of the one stays in the other.
        key={view}
      >
        {view === "today" && props.today}
        {view === "page" && link !== null && (
          <div class="asked-link">
            <p>
              {text("askedLink")} <b dir="auto">{link.text || link.url}</b>
            </p>
            <button type="button" class="button-quiet" onClick={props.onBack}>
              {text("backToPage")}
            </button>
          </div>
        )}
        {view === "page" && (
          <CoverageView
            // Another element for a link, so that nothing that was said about the page stays there.
            key={link?.url}
            answer={shown}
            onRetry={props.onRetry}
            onDismissNotice={props.onDismissNotice}
            onOrder={props.onOrder}
            onCorrect={props.onCorrect}
            onCite={props.onCite}
            onCompare={link === null ? props.onCompare : undefined}
            send={props.send}
          />
        )}
        {view === "page" && link === null && value?.coverage.kind === "none" && (
          <p class="side-panel-note">{text("sidePanelNote")}</p>
        )}
      </div>
      <footer class="side-panel-foot">
        {view === "page" && value !== null && (
          <SidebarBehaviourField value={value.settings.sidebar} onChange={props.onBehaviour} />
        )}
        {view === "today" && (
          <button type="button" class="button-quiet" onClick={props.onToday}>
            {text("openInTab")}
          </button>
        )}
        <button type="button" class="button-quiet" onClick={props.onOptions}>
          {text("options")}
        </button>
      </footer>
    </main>
  );
}

/** The answer for a link with the settings as they are now: they come with each answer for the page in front. */
function withSettingsOf(
  page: Result<TabCoverage> | null,
  link: Result<TabCoverage> | null,
): Result<TabCoverage> | null {
  if (!page?.ok || !link?.ok) return link;
  return { ok: true, value: { ...link.value, settings: page.value.settings } };
}
