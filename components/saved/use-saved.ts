import { useCallback, useMemo, useState } from "preact/hooks";
import { articlesOfStory } from "../../core/saved/saved-articles.ts";
import type { SavedNotes, SavedStory } from "../../core/saved/saved-story.ts";
import type { TodayStory } from "../../core/today/today-story.ts";
import { addressMatcher } from "../../core/url/url-key.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import { useLoadWhenShown } from "../kit/use-load-when-shown.ts";
import type { ShowToast } from "../kit/use-toast.ts";
import type { SavedStories } from "./saved-context.ts";

/** The stories that the user saved, and what the user can do with them. */
export function useSaved(send: Send, showToast: ShowToast) {
  const { text } = useLocale();
  /** `null` until they are known. */
  const [stories, setStories] = useState<readonly SavedStory[] | null>(null);
  const load = useCallback(async () => {
    const answer = await send({ type: "saved.list" });
    if (answer.ok) setStories(answer.value);
  }, [send]);
  useLoadWhenShown(load);

  const failed = () => showToast({ message: text("failedUnavailable") });
  const remove = async (story: SavedStory): Promise<void> => {
    const answer = await send({ type: "saved.remove", ids: [story.id] });
    if (!answer.ok) return failed();
    setStories(answer.value);
    showToast({
      message: text("savedRemoved"),
      undo() {
        showToast(null);
        void send({ type: "saved.add", stories: [story] }).then(load);
      },
    });
  };
  /** Resolves to whether it is kept. */
  const change = async (id: string, { note, tags }: SavedNotes): Promise<boolean> => {
    const answer = await send({ type: "saved.change", id, note, tags });
    if (answer.ok) {
      setStories(answer.value);
      showToast({ message: text("saved") });
    } else failed();
    return answer.ok;
  };
  const save = async (story: TodayStory): Promise<void> => {
    const answer = await send({ type: "saved.save", articles: articlesOfStory(story) });
    if (!answer.ok) return failed();
    const { id, isNew } = answer.value;
    await load();
    if (id === null) return showToast({ message: text("savedFull") });
    if (!isNew) return showToast({ message: text("savedAlready") });
    showToast({
      message: text("storySaved"),
      undo() {
        showToast(null);
        void send({ type: "saved.remove", ids: [id] }).then(load);
      },
    });
  };
  const isSaved = useMemo(
    () => addressMatcher((stories ?? []).flatMap(({ articles }) => articles.map(({ url }) => url))),
    [stories],
  );
  const context: SavedStories = { isSaved, onSave: (story) => void save(story) };
  return { stories, context, remove, change };
}
