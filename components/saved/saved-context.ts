import { createContext } from "preact";
import type { TodayStory } from "../../core/today/today-story.ts";

/** Which stories of today are saved, and how one is. */
export interface SavedStories {
  /** Addresses of all articles of the saved stories. */
  readonly urls: ReadonlySet<string>;
  readonly onSave: (story: TodayStory) => void;
}

/** `null` where no story can be saved. */
export const SavedContext = createContext<SavedStories | null>(null);
