import type { JSX } from "preact";
import { withPageFacts } from "../../core/coverage/with-page-facts.ts";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { Download } from "../kit/deps.ts";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { CitationForm } from "./CitationForm.tsx";

interface Props {
  /** For the page of the tab, as it was when this page was opened; `null` while the background is being asked. */
  readonly answer: Result<TabCoverage> | null;
  /** The article that the user asked for, by `addressToken`; `null` is the whole story. */
  readonly token: string | null;
  /** When the answer came, ms since 1970. */
  readonly accessed: number;
  /** Puts a text on the clipboard; `false` if the browser does not let it. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly download: Download;
}

/** The page "Cite and export": a story or one article of it as citations or as a file, to be copied or downloaded. */
export function CitationsPage({ answer, ...props }: Props): JSX.Element {
  const { text } = useLocale();
  const value = answer?.ok ? answer.value : null;
  return (
    <main class="citations">
      <header class="citations-head">
        <LogoMark />
        <div>
          <h1>{text("citeAction")}</h1>
          <p class="fine">{text("citeHelp")}</p>
        </div>
      </header>
      {answer === null && <Loading label={text("loading")} />}
      {value?.coverage.kind === "article" && (
        <CitationForm coverage={withPageFacts(value.coverage, value.facts)} {...props} />
      )}
      {answer !== null && value?.coverage.kind !== "article" && (
        <Message title={text("citeNothingTitle")}>{text("citeNothingText")}</Message>
      )}
    </main>
  );
}
