import type { JSX } from "preact";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { SidebarBehaviour } from "../../core/settings/settings.ts";
import { CoverageView } from "../coverage/CoverageView.tsx";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { SidebarBehaviourField } from "./SidebarBehaviourField.tsx";

interface Props {
  /** Of the page in front, or of the link; `null` while the background is being asked. */
  readonly answer: Result<TabCoverage> | null;
  /** The link that the user asked about in the context menu, if there is one. */
  readonly link: { readonly url: string; readonly text: string } | null;
  /** Back from the link to the page. */
  readonly onBack: () => void;
  readonly onBehaviour: (behaviour: SidebarBehaviour) => void;
  /** Opens the page "Today". */
  readonly onToday: () => void;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
  readonly onCorrect: (correction: StoryCorrection) => Promise<boolean>;
}

/** The coverage of the page in front, in the browser's own side panel. */
export function SidePanel(props: Props): JSX.Element {
  const { text } = useLocale();
  const { answer, link } = props;
  const value = answer?.ok ? answer.value : null;
  return (
    <main class="side-panel">
      <header class="bar">
        <LogoMark />
        <h1>Second Source</h1>
        <button type="button" class="button-quiet" onClick={props.onToday}>
          {text("todayTitle")}
        </button>
      </header>
      <div>
        {link !== null && (
          <div class="asked-link">
            <p>
              {text("askedLink")} <b dir="auto">{link.text || link.url}</b>
            </p>
            <button type="button" class="button-quiet" onClick={props.onBack}>
              {text("backToPage")}
            </button>
          </div>
        )}
        <CoverageView
          answer={answer}
          onRetry={props.onRetry}
          onDismissNotice={props.onDismissNotice}
          onCorrect={props.onCorrect}
        />
        {link === null && value?.coverage.kind === "none" && (
          <p class="side-panel-note">{text("sidePanelNote")}</p>
        )}
      </div>
      <footer class="side-panel-foot">
        {value !== null && (
          <SidebarBehaviourField value={value.settings.sidebar} onChange={props.onBehaviour} />
        )}
        <button type="button" class="button-quiet" onClick={props.onOptions}>
          {text("options")}
        </button>
      </footer>
    </main>
  );
}
