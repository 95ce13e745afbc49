import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { MINUTE } from "../../core/durations.ts";
import { HelpButton } from "../kit/HelpButton.tsx";
import { RecordIcon } from "../kit/icons.tsx";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { ConfidenceMark } from "./ConfidenceMark.tsx";
import { CopiesLine } from "./CopiesLine.tsx";
import type { CardContext } from "./card-context.ts";
import { CiteContext } from "./cite-context.ts";
import { CompareContext } from "./compare-context.ts";
import { ForgetButton } from "./ForgetButton.tsx";
import { FoundCopies, isFoundCopy } from "./FoundCopies.tsx";
import { OutletMenu } from "./OutletMenu.tsx";
import { reasonText } from "./reason-text.ts";
import { VersionHistory } from "./VersionHistory.tsx";

interface Props extends CardContext {
  readonly article: RelatedArticle;
  /** Id of the headline, which tells buttons of several articles apart. */
  readonly titleId: string;
}

/** What a card unfolds: how the article begins, when it came, its reprints, why it is here, and what the user can do. */
export function CardDetails(props: Props): JSX.Element {
  const { article, titleId, pageOutlet, onReject } = props;
  const locale = useLocale();
  const { text } = locale;
  const { reason, published, delay } = article;
  const isFound = reason.kind === "similar-text";
  const isTopic = isFound && reason.verdict === "same-topic";
  const [onCite, onCompare] = [useContext(CiteContext), useContext(CompareContext)];
  const [cite, compare] = isTopic ? [null, null] : [onCite, onCompare];
  // An article that a record names cannot be taken out, so copies found by their text are listed apart.
  const foundCopies = isFound ? [] : article.copies.filter(isFoundCopy);
  const copies = isFound ? article.copies : article.copies.filter((copy) => !isFoundCopy(copy));
  return (
    <div class="card-more">
      {article.excerpt !== "" && (
        <p class="excerpt" dir="auto">
          {article.excerpt}
        </p>
      )}
      {published !== null && (
        <p class="when">
          {`${locale.dateTime(published)} · ${locale.ago(published)}`}
          {delay !== null && ` · ${delayText(delay, locale)}`}
        </p>
      )}
      <VersionHistory article={article} />
      {copies.length > 0 && <CopiesLine copies={copies} />}
      <ReasonLine {...props} />
      {foundCopies.length > 0 && (
        <FoundCopies copies={foundCopies} pageOutlet={pageOutlet} onReject={onReject} />
      )}
      {(isFound || cite !== null || compare !== null) && (
        <div class="card-actions">
          {compare !== null && (
            <button
              type="button"
              class="compare"
              aria-describedby={titleId}
              onClick={() => compare(article.url)}
            >
              {text("compareArticle")}
            </button>
          )}
          {cite !== null && (
            <button
              type="button"
              class="cite"
              aria-describedby={titleId}
              onClick={() => cite(article.url)}
            >
              {text("citeArticle")}
            </button>
          )}
          {isFound && (
            <button
              type="button"
              class="reject"
              aria-describedby={titleId}
              onClick={() => onReject(article)}
            >
              {text(isTopic ? "notSameTopic" : "notSameStory")}
            </button>
          )}
        </div>
      )}
      <ForgetButton url={article.url} titleId={titleId} />
      <OutletMenu outlet={article.outlet} />
    </div>
  );
}

function ReasonLine({ article, pageOutlet, dataSets }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { reason } = article;
  const isFound = reason.kind === "similar-text";
  return (
    <p class="reason reason-marked">
      {isFound ? <ConfidenceMark value={reason.confidence} /> : <RecordIcon />}
      <span>
        {reasonText(article, pageOutlet, locale)}
        {dataSets.size > 1 && (
          <span class="from">
            {text(
              "fromDataSets",
              article.dataSets.map((id) => isolated(dataSets.get(id) ?? "")).join(", "),
            )}
          </span>
        )}
      </span>
      {isFound && <HelpButton about={text("whyShown")}>{text("confidenceHelp")}</HelpButton>}
    </p>
  );
}

function delayText(delay: number, { text, duration }: Locale): string {
  if (Math.abs(delay) < MINUTE) return text("sameTime");
  return text(delay > 0 ? "afterThisPage" : "beforeThisPage", duration(delay));
}
