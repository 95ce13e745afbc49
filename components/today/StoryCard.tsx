import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import type { StoryPoint, TodayStory } from "../../core/today/today-story.ts";
import { HiddenLine } from "../articles/HiddenLine.tsx";
import { CardMarks } from "../articles/MarkTags.tsx";
import { ReadContext } from "../articles/read-articles.ts";
import { saidLanguages } from "../articles/said-languages.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { SaveButton } from "../saved/SaveButton.tsx";
import { HiddenOutlets } from "./hidden-outlets.ts";
import { StarIcon } from "./StarIcon.tsx";
import { StoryTimeline } from "./StoryTimeline.tsx";

interface Props {
  readonly story: TodayStory;
  /** Names of the user's outlets. */
  readonly outlets: readonly string[];
  readonly onFollow: (story: TodayStory) => void;
}

/** Most outlets that are named as missing. */
const MAX_MISSING = 4;

/** A story: its headline, who has it and when, who was first, and who lacks it. */
export function StoryCard({ story, outlets, onFollow }: Props): JSX.Element {
  const { text, counted, number, dateTime, ago, duration, language } = useLocale();
  const { isRead } = useContext(ReadContext);
  const { points, headline, originals, reprints, changed, first, fresh, articles } = story;
  const shown = points[headline] as StoryPoint;
  const isShownRead = isRead(shown.url);
  const isShared = story.outlets.length > 1;
  const languages = saidLanguages(points, language);
  return (
    <article class={isShownRead ? "story story-read" : "story"} data-story={story.id}>
      <header class="story-head">
        <h2 dir="auto">
          <ArticleLink class="story-link clamped" title={shown.title} url={shown.url}>
            {shown.title}
          </ArticleLink>
        </h2>
        <SaveButton story={story} />
        <button
          type="button"
          class="follow"
          aria-pressed={story.follow !== null}
          aria-label={text("followStory", isolated(shown.title))}
          title={text("follow")}
          onClick={() => onFollow(story)}
        >
          <StarIcon />
        </button>
      </header>
      <p class="story-facts">
        <span class="story-outlet" dir="auto">
          {shown.outlet}
        </span>
        {isShared && (
          <span class="story-share">
            {text("outletsOf", number(story.outlets.length), number(outlets.length))}
          </span>
        )}
        <time dateTime={new Date(shown.published).toISOString()} title={dateTime(shown.published)}>
          {ago(shown.published)}
        </time>
        <CardMarks article={shown} languages={languages} />
        {changed > 0 && <span class="tag">{counted("changedHeadlines", changed)}</span>}
        {isShownRead && <span class="tag">{text("articleRead")}</span>}
        {fresh > 0 && <span class="tag tag-first">{counted("newArticles", fresh)}</span>}
      </p>
      {articles > 1 && <StoryTimeline points={points} />}
      {isShared && (
        <div class="story-lines">
          {first !== null && (
            <p class="story-line">
              {text(
                "storyFirst",
                isolated(first.outlet),
                duration(first.lead),
                isolated(first.next),
              )}
            </p>
          )}
          <p class="story-line">
            {reprints === 0
              ? counted("ownTexts", originals)
              : text(
                  "textsAndReprints",
                  counted("ownTexts", originals),
                  counted("reprints", reprints),
                )}
          </p>
          <Missing story={story} outlets={outlets} />
        </div>
      )}
      {articles > 1 && <Headlines story={story} languages={languages} />}
    </article>
  );
}

/** The outlets of the user that do not have the story; nothing where most lack it. */
function Missing({ story, outlets }: Pick<Props, "story" | "outlets">): JSX.Element | null {
  const { text, counted, list } = useLocale();
  const hidden = useContext(HiddenOutlets);
  const missing = outlets.filter((name) => !story.outlets.includes(name) && !hidden.has(name));
  if (missing.length === 0 || missing.length > outlets.length / 2) return null;
  const named = missing.slice(0, MAX_MISSING).map(isolated);
  const others = missing.length - named.length;
  const names = others === 0 ? named : [...named, counted("moreOutlets", others)];
  return <p class="story-line story-missing">{text("storyMissing", list(names))}</p>;
}

interface HeadlinesProps extends Pick<Props, "story"> {
  /** The languages that are said (`saidLanguages`). */
  readonly languages: ReadonlySet<string>;
}

/** All headlines, which are drawn once they are unfolded. */
function Headlines({ story, languages }: HeadlinesProps): JSX.Element {
  const { counted } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const [showsHidden, setShowsHidden] = useState(false);
  const hidden = useContext(HiddenOutlets);
  const { points, articles } = story;
  const left = articles - points.length;
  const shown = points.filter(({ outlet }) => showsHidden || !hidden.has(outlet));
  return (
    <details class="headlines" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{counted("headlines", articles)}</summary>
      {isOpen && (
        <ol>
          {shown.map((point) => (
            <Headline key={point.url} point={point} languages={languages} />
          ))}
          {points.some(({ outlet }) => hidden.has(outlet)) && (
            <li>
              <HiddenLine
                label={counted(
                  "hiddenArticles",
                  points.filter(({ outlet }) => hidden.has(outlet)).length,
                )}
                isShown={showsHidden}
                onShow={setShowsHidden}
              />
            </li>
          )}
          {left > 0 && <li class="fine">{counted("headlinesLeftOut", left)}</li>}
        </ol>
      )}
    </details>
  );
}

interface HeadlineProps extends Pick<HeadlinesProps, "languages"> {
  readonly point: StoryPoint;
}

function Headline({ point, languages }: HeadlineProps): JSX.Element {
  const { text, dateTime } = useLocale();
  const { title, url, outlet, published, isReprint, isTimeStated, isNew } = point;
  const isRead = useContext(ReadContext).isRead(url);
  return (
    <li class={isRead ? "headline-read" : undefined}>
      <p class="headline-facts">
        <span class="story-outlet" dir="auto">
          {outlet}
        </span>
        <time dateTime={new Date(published).toISOString()}>{dateTime(published)}</time>
        {!isTimeStated && <span title={text("firstSeenHelp")}>{text("firstSeen")}</span>}
        <CardMarks article={point} languages={languages} />
        {isRead && <span class="tag">{text("articleRead")}</span>}
        {isReprint && <span class="tag">{text("reprint")}</span>}
        {isNew && <span class="tag tag-first">{text("newArticle")}</span>}
      </p>
      <ArticleLink class="clamped" title={title} url={url} dir="auto">
        {title}
      </ArticleLink>
    </li>
  );
}
