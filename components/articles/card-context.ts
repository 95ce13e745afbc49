import type { RelatedArticle } from "../../core/coverage/coverage.ts";

/** What the cards of one list have in common. */
export interface CardContext {
  /** Name of the outlet of the open page. */
  readonly pageOutlet: string;
  /** Names of data sets by id. With more than one, a card says which of them the article is from. */
  readonly dataSets: ReadonlyMap<string, string>;
  readonly showImages: boolean;
  /** Whether unrated articles are marked: where none is rated, that is said once for the list. */
  readonly marksUnrated: boolean;
  /** The languages that the cards say (`saidLanguages`). */
  readonly languages: ReadonlySet<string>;
  /** The user says that an article tells another story; only for articles found by their text. */
  readonly onReject: (article: RelatedArticle) => void;
}
