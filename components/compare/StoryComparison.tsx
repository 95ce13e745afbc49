import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { compareArticles } from "../../core/compare/compare-articles.ts";
import type { ArticleCoverage } from "../../core/coverage/coverage.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { addressToken } from "../../core/url/address-token.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { useLocale } from "../kit/locale.ts";
import { ArticleChoice } from "./ArticleChoice.tsx";
import { comparisonText } from "./comparison-text.ts";
import { FigureTables } from "./FigureTables.tsx";
import { MarkedHeadline } from "./MarkedHeadline.tsx";
import { MissingList } from "./MissingList.tsx";

interface Props {
  readonly coverage: ArticleCoverage;
  readonly pageText: string | null;
  readonly countries: CountryNames;
  /** The one article that is compared with the page at first, by `addressToken`; `null` for several. */
  readonly other: string | null;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onRetry: () => void;
}

/** How many articles are compared at first: so many headlines can be read beneath each other. */
const COMPARED_AT_FIRST = 8;

/** The articles of a story beneath each other: headlines, differing figures, and what the open page does not mention. */
export function StoryComparison(props: Props): JSX.Element {
  const { coverage, pageText, countries, other } = props;
  const locale = useLocale();
  const { text, dateTime } = locale;
  const { page, related } = coverage;
  const articles = useMemo(
    () =>
      [page, ...related].map((one) => ({
        ...one,
        outlet: { ...one.outlet, name: shownHost(one.outlet.name) },
      })),
    [page, related],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstChosen(articles, other));
  const [said, setSaid] = useState("");
  const compared = useMemo(() => articles.filter(({ url }) => chosen.has(url)), [articles, chosen]);
  const hasPage = chosen.has(page.url);
  const comparison = useMemo(
    () => compareArticles(compared, hasPage ? pageText : null, countries),
    [compared, hasPage, pageText, countries],
  );
  const copy = async () => {
    const isCopied = await props.onCopy(comparisonText(comparison, compared, locale));
    setSaid(text(isCopied ? "compareCopied" : "compareNotCopied"));
  };
  return (
    <>
      <ArticleChoice articles={articles} chosen={chosen} page={page.url} onChange={setChosen} />
      {compared.length < 2 ? (
        <p role="status">{text("compareTwo")}</p>
      ) : (
        <>
          <section class="compare-part">
            <h2 class="visually-hidden">{text("compareHeadlines")}</h2>
            <ol class="headlines">
              {compared.map(({ url, title, outlet, published }, at) => (
                <li key={url}>
                  <p class="headline-outlet">
                    <span dir="auto">{outlet.name}</span>
                    {url === page.url && <span class="tag">{text("thisPage")}</span>}
                    {published !== null && (
                      <time dateTime={new Date(published).toISOString()}>
                        {dateTime(published)}
                      </time>
                    )}
                  </p>
                  <a class="headline" href={url} target="_blank" rel="noopener noreferrer">
                    <MarkedHeadline title={title} marks={comparison.headlines[at] ?? []} />
                  </a>
                </li>
              ))}
            </ol>
            <Legend />
          </section>
          <FigureTables tables={comparison.figures} articles={compared} />
          {hasPage && (
            <MissingList missing={comparison.missing} articles={compared} onRetry={props.onRetry} />
          )}
          <p class="compare-foot">
            <button type="button" class="button" onClick={() => void copy()}>
              {text("compareCopy")}
            </button>
            <span role="status">{said}</span>
          </p>
        </>
      )}
    </>
  );
}

/** What the marks mean, each in its own form. */
function Legend(): JSX.Element {
  const { text } = useLocale();
  return (
    <div class="fine legend">
      <p aria-hidden="true">
        <b class="compared-own">{text("compareOwn")}</b>
        {" · "}
        <b class="compared-differs">{text("compareDiffers")}</b>
        {" · "}
        <span class="compared-common">{text("compareCommon")}</span>
      </p>
      <p>{text("compareCaution")}</p>
    </div>
  );
}

function firstChosen(
  articles: readonly { readonly url: string }[],
  other: string | null,
): ReadonlySet<string> {
  const urls = articles.map(({ url }) => url);
  const [page = ""] = urls;
  const one = other === null ? undefined : urls.find((url) => addressToken(url) === other);
  return new Set(one === undefined ? urls.slice(0, COMPARED_AT_FIRST) : [page, one]);
}
