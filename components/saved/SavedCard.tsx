import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { SavedArticle, SavedNotes, SavedStory } from "../../core/saved/saved-story.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";
import { NotesForm } from "./NotesForm.tsx";

interface Props {
  readonly story: SavedStory;
  /** Resolves to whether the change is kept. */
  readonly onChange: (id: string, notes: SavedNotes) => Promise<boolean>;
  readonly onRemove: (story: SavedStory) => void;
}

/** A saved story: its headline, what the user has written about it, and its articles. */
export function SavedCard({ story, onChange, onRemove }: Props): JSX.Element {
  const { text, counted, date } = useLocale();
  const [isEditing, setEditing] = useState(false);
  const id = useId();
  const { articles, note, tags, savedAt } = story;
  const [first, ...others] = articles;
  if (first === undefined) throw new TypeError("a saved story has an article");
  return (
    <article class="story">
      <h2 dir="auto" id={id}>
        <ArticleLink class="story-link clamped" title={first.title} url={first.url}>
          {first.title}
        </ArticleLink>
      </h2>
      <ArticleFacts article={first} />
      <p class="fine">
        {text("savedOn", date(savedAt))}
        {others.length > 0 && ` · ${counted("articlesIn", articles.length)}`}
      </p>
      {note !== "" && !isEditing && (
        <p class="saved-note" dir="auto">
          {note}
        </p>
      )}
      {tags.length > 0 && !isEditing && (
        <ul class="saved-tags" aria-label={text("savedTags")}>
          {tags.map((tag) => (
            <li key={tag} class="tag">
              <bdi>{tag}</bdi>
            </li>
          ))}
        </ul>
      )}
      {isEditing ? (
        <NotesForm
          notes={story}
          // What the user has written stays in the form until it is kept.
          onSave={async (notes) => {
            if (await onChange(story.id, notes)) setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div class="saved-tools">
          <button
            type="button"
            class="button-quiet"
            aria-describedby={id}
            onClick={() => setEditing(true)}
          >
            {text("savedEdit")}
          </button>
          <button
            type="button"
            class="button-quiet"
            aria-describedby={id}
            onClick={() => onRemove(story)}
          >
            {text("correctionRemove")}
          </button>
        </div>
      )}
      {others.length > 0 && (
        <details class="headlines">
          <summary>{counted("headlines", articles.length)}</summary>
          <ol>
            {articles.map((article) => (
              <li key={article.url}>
                <ArticleFacts article={article} />
                <ArticleLink class="clamped" title={article.title} url={article.url} dir="auto">
                  {article.title}
                </ArticleLink>
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}

function ArticleFacts({ article }: { readonly article: SavedArticle }): JSX.Element {
  const { text, number, dateTime } = useLocale();
  const { outlet, published, quality } = article;
  return (
    <p class="headline-facts">
      <span class="story-outlet" dir="auto">
        {outlet}
      </span>
      {published === null ? (
        <span>{text("timeUnknown")}</span>
      ) : (
        <time dateTime={new Date(published).toISOString()}>{dateTime(published)}</time>
      )}
      {quality !== null && <span>{text("citeQuality", number(quality))}</span>}
    </p>
  );
}
