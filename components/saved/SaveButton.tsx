import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { TodayStory } from "../../core/today/today-story.ts";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { SavedContext } from "./saved-context.ts";

/** Saves a story of today, or says that it is saved; nothing where no story can be. */
export function SaveButton({ story }: { readonly story: TodayStory }): JSX.Element | null {
  const { text } = useLocale();
  const saved = useContext(SavedContext);
  if (saved === null) return null;
  const { points, headline } = story;
  const isSaved = points.some(({ url }) => saved.isSaved(url));
  return (
    <button
      type="button"
      class="save-story"
      aria-pressed={isSaved}
      aria-label={text("saveThisStory", isolated(points[headline]?.title ?? ""))}
      title={text(isSaved ? "savedAlready" : "saveStory")}
      onClick={() => saved.onSave(story)}
    >
      <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" focusable="false">
        <path
          d="M4 2.2h8v11.4L8 10.8l-4 2.8z"
          stroke="currentColor"
          stroke-width="1.3"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  );
}
