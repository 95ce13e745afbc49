import type { Coverage, RelatedArticle } from "../../core/coverage/coverage.ts";
import type { StoryCorrection } from "../../core/protocol/messages.ts";

/** What the reader says of one entry of the answer. */
export interface EntryVerdict {
  readonly article: RelatedArticle;
  /** `null` takes it back. */
  readonly verdict: StoryCorrection["verdict"];
}

/**
 * The answer as it is to be shown once the reader has said something of an entry, until the background
 * has worked it out anew: the entry moves to `rejected`, or back to where it was found.
 */
export function correctCoverage<Answer extends Coverage>(
  coverage: Answer,
  { article, verdict }: EntryVerdict,
): Answer {
  if (coverage.kind === "none") return coverage;
  const others = (list: readonly RelatedArticle[]) => list.filter(({ url }) => url !== article.url);
  const { reason } = article;
  const isStory = reason.kind === "similar-text" && reason.verdict === "same-story";
  const rejected = others(coverage.rejected);
  const sameTopic = others(coverage.sameTopic);
  if (coverage.kind === "outlet") {
    // A story that was taken out and comes back changes the whole answer: that is the background's to say.
    return {
      ...coverage,
      rejected: verdict === null ? rejected : [article, ...rejected],
      sameTopic: verdict === null && !isStory ? withFound(sameTopic, article) : sameTopic,
    };
  }
  const entriesLeft = others(coverage.related);
  const isShown = entriesLeft.length < coverage.related.length;
  const isCopy = coverage.related.some(({ copies }) =>
    copies.some(({ url }) => url === article.url),
  );
  const related = entriesLeft.map((entry) => ({
    ...entry,
    copies: entry.copies.filter(({ url }) => url !== article.url),
  }));
  const isBack = verdict === null && isStory;
  const entries = Number(isBack) - Number(isShown);
  const { articles, texts } = coverage.counts;
  return {
    ...coverage,
    rejected: verdict === null ? rejected : [article, ...rejected],
    sameTopic: verdict === null && !isStory ? withFound(sameTopic, article) : sameTopic,
    related: isBack ? withFound(related, article) : related,
    counts: {
      articles: articles + entries * (1 + article.copies.length) - Number(isCopy),
      texts: texts + entries,
    },
  };
}

/** With an entry put among those found by their text, the surest first. */
function withFound(list: readonly RelatedArticle[], article: RelatedArticle): RelatedArticle[] {
  const after = list.findIndex((other) => sureness(other) < sureness(article));
  return after === -1 ? [...list, article] : list.toSpliced(after, 0, article);
}

/** What a record names stands above all that is found. */
function sureness({ reason }: RelatedArticle): number {
  return reason.kind === "similar-text" ? reason.confidence : 2;
}
