import type { ComponentChildren, JSX } from "preact";
import { hasStory } from "../../core/coverage/has-story.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { SidebarBehaviour, StoryOrder } from "../../core/settings/settings.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { CoverageView } from "../coverage/CoverageView.tsx";
import type { Send } from "../kit/deps.ts";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { Message } from "../kit/Message.tsx";
import { SidebarBehaviourField } from "../sidebar/SidebarBehaviourField.tsx";
import { LiveLine } from "./LiveLine.tsx";

interface Props {
  /** `null` while the background is being asked; "unreadable" for a page that is not http(s). */
  readonly answer: Result<TabCoverage> | null | "unreadable";
  /** Whether stories of data sets are still being found. */
  readonly isFindingStories: boolean;
  /** The offer to add the page's outlet, if there is one. */
  readonly offer?: ComponentChildren;
  readonly onSite: (site: string, on: boolean) => void;
  readonly onBehaviour: (behaviour: SidebarBehaviour) => void;
  readonly onShowSidebar: () => void;
  readonly onSidePanel: () => void;
  /** Opens the page "Today". */
  readonly onToday: () => void;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
  readonly onOrder: (order: StoryOrder) => void;
  readonly onCorrect: (correction: StoryCorrection) => Promise<boolean>;
  readonly onCite?: ((article: string | null) => void) | undefined;
  /** Opens the comparison of the story's headlines. */
  readonly onCompare: (article: string | null) => void;
  readonly send?: Send | undefined;
}

/** The toolbar popup: the answer for the current tab, and the settings that matter there. */
export function PopupPanel(props: Props): JSX.Element {
  const { text } = useLocale();
  const { answer } = props;
  const value = answer !== null && answer !== "unreadable" && answer.ok ? answer.value : null;
  const coverage = value?.coverage;
  const site = coverage === undefined || coverage.kind === "none" ? null : coverage.site;
  const mayHaveStory = value !== null && value.facts !== null && !hasStory(value.coverage);
  const isOn = site !== null && !value?.settings.sitesOff.includes(site);
  const usesSidePanel = value?.settings.sidebar === "side-panel";
  return (
    <main class="popup">
      <header class="bar">
        <LogoMark />
        <h1>Second Source</h1>
        {site !== null && (
          <label class="switch">
            <span>{text("onThisSite", shownHost(site))}</span>
            <input
              type="checkbox"
              class="switch-input"
              checked={isOn}
              onChange={(event) => props.onSite(site, event.currentTarget.checked)}
            />
          </label>
        )}
      </header>
      <div>
        {site !== null && !isOn && <p class="notice">{text("siteIsOff", shownHost(site))}</p>}
        {answer === "unreadable" ? (
          <Message title={text("unreadableTitle")}>{text("unreadableText")}</Message>
        ) : (
          <CoverageView
            answer={answer}
            onRetry={props.onRetry}
            onDismissNotice={props.onDismissNotice}
            onOrder={props.onOrder}
            onCorrect={props.onCorrect}
            onCite={props.onCite}
            onCompare={props.onCompare}
            send={props.send}
          />
        )}
        <p class="popup-note" role="status">
          {props.isFindingStories && mayHaveStory && text("storiesAwaited")}
        </p>
        {props.offer}
        {value !== null && (
          <div class="popup-more">
            <LiveLine live={value.live} />
            <SidebarBehaviourField value={value.settings.sidebar} onChange={props.onBehaviour} />
          </div>
        )}
      </div>
      <footer class="popup-foot">
        {usesSidePanel && (
          <button type="button" class="button" onClick={props.onSidePanel}>
            {text("openSidePanel")}
          </button>
        )}
        {coverage?.kind === "article" && isOn && !usesSidePanel && (
          <button type="button" class="button" onClick={props.onShowSidebar}>
            {text("openSidebar")}
          </button>
        )}
        <button type="button" class="button-quiet" onClick={props.onToday}>
          {text("todayTitle")}
        </button>
        <button type="button" class="button-quiet" onClick={props.onOptions}>
          {text("options")}
        </button>
      </footer>
    </main>
  );
}
