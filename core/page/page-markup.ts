import type { JsonLdNode } from "./json-ld.ts";

/** The parts of a document that are read, bounded in number and length and not repaired yet. */
export interface PageMarkup {
  /** The document's address now. */
  readonly address: string;
  /** The base URL of relative addresses. */
  readonly base: string;
  readonly canonical: string;
  /** The content of the first `<meta>` of each `property`, `name` or `itemprop`, in lower case. */
  readonly metas: ReadonlyMap<string, string>;
  /** The nodes of its JSON-LD in document order. */
  readonly nodes: readonly JsonLdNode[];
  /** Text of the first `<h1>` of the article, or of the page. */
  readonly heading: string;
  /** Text of `<title>`. */
  readonly title: string;
  /** `lang` of the root element. */
  readonly language: string;
  /** Of the element that is marked as the publication time (microdata, `<time pubdate>`), else of the first `<time>` in the article. */
  readonly time: string;
  /** Of the first `<time>` below the heading; empty where `time` is not. It may belong to something else on the page. */
  readonly timeElsewhere: string;
  /** The largest number of long paragraphs with one parent element. */
  readonly paragraphs: number;
}
