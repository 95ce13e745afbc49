import type { JsonLdNode } from "./json-ld.ts";

/** What is read of a page's markup, bounded in number and length; nothing in it is mended yet. */
export interface PageMarkup {
  /** Where the document is now. */
  readonly address: string;
  /** What relative addresses in it are relative to. */
  readonly base: string;
  readonly canonical: string;
  /** The content of the first `<meta>` of each `property`, `name` or `itemprop`, in lower case. */
  readonly metas: ReadonlyMap<string, string>;
  /** The nodes of its JSON-LD, in order. */
  readonly nodes: readonly JsonLdNode[];
  /** Text of the first `<h1>` of the article, or of the page. */
  readonly heading: string;
  /** Text of `<title>`. */
  readonly title: string;
  /** `lang` of the root element. */
  readonly language: string;
  /** `datetime` of the `<time>` that is marked as the publication's, or is the article's first. */
  readonly time: string;
  /** The most long paragraphs that stand beside each other. */
  readonly paragraphs: number;
}
