import { createContext } from "preact";
import type { TodayStory } from "../../core/today/today-story.ts";

/** Which stories of today are saved, and how one is. */
export interface SavedStories {
  /** Whether a saved story has the article of an address. */
  isSaved(url: string): boolean;
  readonly onSave: (story: TodayStory) => void;
}

/** `null` where no story can be saved. */
export const SavedContext = createContext<SavedStories | null>(null);
