import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SavedNotes, SavedStory } from "../../core/saved/saved-story.ts";
import { searchSaved, tagsOf } from "../../core/saved/search-saved.ts";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { SavedCard } from "./SavedCard.tsx";

interface Props {
  /** `null` until they are known. */
  readonly stories: readonly SavedStory[] | null;
  /** Resolves to whether the change is kept. */
  readonly onChange: (id: string, notes: SavedNotes) => Promise<boolean>;
  readonly onRemove: (story: SavedStory) => void;
}

/** Most tags that are listed above the stories. */
const SHOWN_TAGS = 20;

/** The stories that the user saved, the latest first, with a search for them. */
export function SavedList({ stories, onChange, onRemove }: Props): JSX.Element {
  const { text, counted } = useLocale();
  const [search, setSearch] = useState("");
  const [tag, setTag] = useState<string | null>(null);
  if (stories === null) return <Loading label={text("loading")} />;
  if (stories.length === 0)
    return <Message title={text("savedNoneTitle")}>{text("savedNone")}</Message>;
  const tags = tagsOf(stories);
  // The last story with a tag may be gone.
  const chosen = tag !== null && tags.includes(tag) ? tag : null;
  const found = searchSaved(stories, search).filter(
    (story) => chosen === null || story.tags.includes(chosen),
  );
  return (
    <section class="saved" aria-label={text("savedTitle")}>
      <search class="search">
        <input
          type="search"
          dir="auto"
          aria-label={text("savedSearch")}
          placeholder={text("savedSearch")}
          maxLength={200}
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </search>
      {tags.length > 0 && (
        <fieldset class="sections">
          <legend class="visually-hidden">{text("savedTags")}</legend>
          {tags.slice(0, SHOWN_TAGS).map((one) => (
            <button
              key={one}
              type="button"
              class="section"
              aria-pressed={one === chosen}
              onClick={() => setTag(one === chosen ? null : one)}
            >
              <bdi>{one}</bdi>
            </button>
          ))}
        </fieldset>
      )}
      <p class="fine" role="status">
        {found.length === 0 ? text("savedNotFound") : counted("savedIn", found.length)}
      </p>
      {found.map((story) => (
        <SavedCard key={story.id} story={story} onChange={onChange} onRemove={onRemove} />
      ))}
    </section>
  );
}
