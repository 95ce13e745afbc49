import type { KnownSummary } from "../../core/coverage/coverage.ts";

/** An article of a story. */
export type StoryMember = Pick<KnownSummary, "title" | "url" | "published" | "outlet">;

/**
 * Stories that more than one outlet has, sorted by how many have them. Their articles are sorted by time, the
 * earliest first.
 *
 * @param together lists of articles of one story; two lists with an article in common are one story
 */
export function sharedStories(
  together: readonly (readonly StoryMember[])[],
): (readonly StoryMember[])[] {
  let stories: Map<string, StoryMember>[] = [];
  for (const members of together) {
    const same = stories.filter((story) => members.some(({ url }) => story.has(url)));
    const merged = [...same.flatMap((story) => [...story.values()]), ...members];
    stories = stories.filter((story) => !same.includes(story));
    stories.push(new Map(merged.map((member) => [member.url, member])));
  }
  return stories
    .map((story) => [...story.values()].sort((a, b) => timeOf(a) - timeOf(b)))
    .filter((story) => outletsOf(story) > 1)
    .sort((a, b) => outletsOf(b) - outletsOf(a) || b.length - a.length);
}

function timeOf({ published }: StoryMember): number {
  return published ?? Number.MAX_VALUE;
}

function outletsOf(story: readonly StoryMember[]): number {
  return new Set(story.map(({ outlet }) => outlet.domain)).size;
}
