import type { JSX } from "preact";
import type { TodayAnswer } from "../../core/protocol/today.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** `null` until it is known. */
  readonly answer: TodayAnswer | null;
  /** Whether articles are still being compared. */
  readonly isFinding: boolean;
}

/** What the first check has found: stories at several of the user's outlets, each a link to an article of one of them. */
export function FirstStories({ answer, isFinding }: Props): JSX.Element {
  const { text, counted, list } = useLocale();
  const isFound = answer !== null && answer.shared > 0;
  return (
    <>
      <p class={isFound ? "found" : undefined} role="status">
        {isFound
          ? list([
              counted("welcomeArticles", answer.articles),
              counted("welcomeStories", answer.shared),
            ])
          : text(isFinding || answer === null ? "welcomeFindingStories" : "welcomeNoStories")}
      </p>
      {isFound && (
        <>
          <h3>{text("welcomeStoriesTitle")}</h3>
          <p>{text("welcomeStoriesHelp")}</p>
          <ul class="first-stories">
            {answer.stories.map(({ id, points, headline, outlets }) => {
              const article = points[headline];
              return article === undefined ? null : (
                <li key={id}>
                  <ArticleLink url={article.url} dir="auto">
                    {article.title}
                  </ArticleLink>
                  <span class="fine" dir="auto">
                    {list(outlets)}
                  </span>
                </li>
              );
            })}
          </ul>
          <a class="button button-secondary" href="/today.html" target="_blank" rel="noopener">
            {text("welcomeToday")}
          </a>
        </>
      )}
    </>
  );
}
