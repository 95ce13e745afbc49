/** Name of the message. */
export const ARTICLE_STEP = "article.step";

/** To the next article or to the one before. */
export type Step = 1 | -1;

/**
 * From the background to all extension pages: in the views of a tab the focus is to move to another article. It is not sent over
 * the views' ports, since the browser may have started the background just for this, and their ports are then closed. A view of
 * that tab answers `true`, and no other page answers.
 */
export interface ArticleStep {
  readonly type: typeof ARTICLE_STEP;
  readonly tab: number;
  readonly step: Step;
  /** Another for each press of the keys: a frame in a page may get the message on two ways. */
  readonly id: string;
}
