import { type SavedNotes, type SavedStory, withSaved } from "../../core/saved/saved-story.ts";
import { savedItem } from "./stored-items.ts";

/** The stories that the user saved, in the order in which they were added. */
export function readSaved(): Promise<readonly SavedStory[]> {
  return savedItem.read();
}

/** Saves stories, as far as there is room for those that are not there. */
export function addSaved(added: readonly SavedStory[]): Promise<readonly SavedStory[]> {
  return savedItem.change((stories) => added.reduce(withSaved, stories));
}

/** Changes what the user has written about a story. */
export function changeSaved(id: string, notes: SavedNotes): Promise<readonly SavedStory[]> {
  return savedItem.change((stories) =>
    stories.map((story) => (story.id === id ? { ...story, ...notes } : story)),
  );
}

export function removeSaved(ids: readonly string[]): Promise<readonly SavedStory[]> {
  return savedItem.change((stories) => stories.filter(({ id }) => !ids.includes(id)));
}
