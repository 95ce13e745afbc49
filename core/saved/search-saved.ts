import { MAX_TAG_LENGTH, MAX_TAGS } from "./saved-limits.ts";
import type { SavedStory } from "./saved-story.ts";

/** The saved stories that have all words of a search in a headline, an outlet, the note or a tag; the latest first. */
export function searchSaved(stories: readonly SavedStory[], search: string): SavedStory[] {
  const words = folded(search).split(/\s/);
  return stories
    .filter(({ articles, note, tags }) => {
      const texts = articles.flatMap(({ title, outlet }) => [title, outlet]);
      const all = folded([...texts, note, ...tags].join("\n"));
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => b.savedAt - a.savedAt);
}

/** The tags in a line of text, which commas part: each once, as far as they fit. */
export function tagsIn(line: string): string[] {
  const tags = line.split(/[,،、;\n]/).map((tag) => tag.trim().slice(0, MAX_TAG_LENGTH));
  return [...new Set(tags.filter(Boolean))].slice(0, MAX_TAGS);
}

/** All tags of some stories, the most frequent first. */
export function tagsOf(stories: readonly SavedStory[]): string[] {
  const byTag = Map.groupBy(
    stories.flatMap(({ tags }) => tags),
    (tag) => tag,
  );
  return [...byTag].sort((a, b) => b[1].length - a[1].length).map(([tag]) => tag);
}

/** In lower case and without marks on letters. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
