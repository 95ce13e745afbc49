import type { JSX } from "preact";
import type { ReadingBalance, ReadingShare } from "../../core/readings/reading-balance.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";

/** Most rows of a table, and most stories, that are listed; the others are counted. */
const SHOWN = 8;

/** What the user reads from: outlets, countries, languages and owners, and the stories read in one outlet only. */
export function BalanceTables({ balance }: { readonly balance: ReadingBalance }): JSX.Element {
  const { text, counted, number, country, languageName } = useLocale();
  const { articles, stories, oneSided } = balance;
  const parts = [
    ["factOutlets", balance.outlets, (name: string) => name],
    ["countries", balance.countries, country],
    ["languages", balance.languages, languageName],
    ["readingOwners", balance.owners, (name: string) => name],
  ] as const;
  return (
    <>
      <p class="balance-head">{counted("readingArticles", articles)}</p>
      <div class="balance">
        {parts.map(([title, shares, nameOf]) => (
          <ShareTable key={title} title={text(title)} {...{ shares, articles, nameOf }} />
        ))}
      </div>
      {stories > 0 && (
        <section class="one-sided">
          <h2>{text("readingOneSided", number(oneSided.length), number(stories))}</h2>
          <ul>
            {oneSided.slice(0, SHOWN).map(({ url, title, outlet }) => (
              <li key={url}>
                <ArticleLink url={url} dir="auto">
                  {title || url}
                </ArticleLink>{" "}
                <bdi class="fine">{outlet}</bdi>
              </li>
            ))}
          </ul>
          {oneSided.length > SHOWN && (
            <p class="fine">{text("readingMore", number(oneSided.length - SHOWN))}</p>
          )}
        </section>
      )}
    </>
  );
}

interface TableProps {
  readonly title: string;
  readonly shares: readonly ReadingShare[];
  /** Of all shares. */
  readonly articles: number;
  readonly nameOf: (name: string) => string;
}

/** The shares as a table, with a bar for each. */
function ShareTable({ title, shares, articles, nameOf }: TableProps): JSX.Element {
  const { text, number, percent } = useLocale();
  return (
    <div class="shares">
      <table>
        <caption>{title}</caption>
        <tbody>
          {shares.slice(0, SHOWN).map((share) => (
            <tr key={share.name}>
              <th scope="row">
                <bdi>{share.name === "" ? text("readingUnknown") : nameOf(share.name)}</bdi>
                <span
                  class="share-bar"
                  style={{ inlineSize: `${(100 * share.articles) / articles}%` }}
                />
              </th>
              <td>{`${number(share.articles)} · ${percent(share.articles / articles)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shares.length > SHOWN && (
        <p class="fine">{text("readingMore", number(shares.length - SHOWN))}</p>
      )}
    </div>
  );
}
