import type { KnownSummary } from "../../core/coverage/coverage.ts";

/** An article as a story names it. */
export type StoryMember = Pick<KnownSummary, "title" | "url" | "published" | "outlet">;

/**
 * Stories that more than one outlet tells, those that most tell first; each with its articles, the earliest
 * first, as far as their times tell.
 *
 * @param together articles that tell one story; where two lists have one in common it is the same story
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
