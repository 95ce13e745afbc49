import type { RankedArticle } from "../../core/coverage/coverage.ts";
import { bestFirst } from "../../core/coverage/rank-story.ts";
import type { StoryOrder } from "../../core/settings/settings.ts";

/**
 * Sorts related articles as the user chose. They come sorted by "match", the best first. Those that check a claim of the
 * story are before all others in every order.
 */
export function sortRelated<Article extends RankedArticle>(
  related: readonly Article[],
  order: StoryOrder,
  language: string,
): Article[] {
  const sorted = [...related];
  if (order === "quality") sorted.sort(bestFirst);
  if (order === "time")
    sorted.sort((a, b) => (a.published ?? Number.MAX_VALUE) - (b.published ?? Number.MAX_VALUE));
  if (order === "outlet") {
    const { compare } = new Intl.Collator(language);
    sorted.sort((a, b) => compare(a.outlet.name, b.outlet.name));
  }
  const isCheck = ({ marks }: Article) => marks.includes("fact-check");
  return [...sorted.filter(isCheck), ...sorted.filter((article) => !isCheck(article))];
}
