/** What a worker of this benchmark does; its name says so. */
export type StoryTask =
  | { readonly do: "build"; readonly parts: readonly string[] }
  /** Asks one question, the first one of a fresh worker: for the whole answer, or for the story alone. */
  | { readonly do: "cold"; readonly question: AskedPage; readonly part: "whole" | "search" }
  | { readonly do: "warm"; readonly questions: string };

/** A page that no record names. */
export interface AskedPage {
  readonly url: string;
  readonly title: string;
  /** ms since 1970. */
  readonly published: number | null;
}

export interface BuildResult {
  readonly articles: number;
  readonly ms: number;
  /** Of all blocks of the story index. */
  readonly bytes: number;
}

/** Times in ms. */
export interface AskResult {
  /** One bare read, median. */
  readonly bare: number;
  /** The whole answer, one time for each question. */
  readonly whole: readonly number[];
  /** The search for the story within it, one time for each question. */
  readonly search: readonly number[];
  /** A search for the two longest words of its headline, one time for each question. */
  readonly words: readonly number[];
  /** Blocks of the story index, and of the segment with its records, one for each question. */
  readonly storyBlocks: readonly number[];
  readonly otherBlocks: readonly number[];
  /** Articles found, one for each question. */
  readonly found: readonly number[];
}
