import { elementsByName } from "./bounded-elements.ts";

/** Elements of each name that are measured; longer articles have the same column to their end. */
const MAX_MEASURED = 80;
const MAX_HEADINGS = 3;
/** Nodes directly in an element among which its own text is looked for. */
const MAX_NODES = 30;
/** A text at least this long belongs to an article and is not a label or a teaser. UTF-16 code units. */
const LONG_TEXT = 60;
/** A column with less than this share of the largest column's text does not belong to the article. */
const LEAST_SHARE = 0.1;

/** The part of a page that holds its article's text. */
export interface ArticleColumn {
  /** Where its text ends at the right, in CSS pixels of the window. */
  readonly right: number;
  /** An element with some of the text. */
  readonly sample: Element;
}

/**
 * Measures where the text of a page's article lies: a bounded number of paragraphs and headings, with nothing changed
 * in between, so that the browser works out the layout no more than once. A column beside the article's, such as a list
 * of other articles, does not count.
 *
 * @returns `null` for a page without text of some length
 */
export function measureArticleColumn(document: Document): ArticleColumn | null {
  const named = elementsByName(document);
  const first = (name: string, most: number) => named.get(name)?.slice(0, most) ?? [];
  const paragraphs = columnsOf(first("p", MAX_MEASURED));
  // Some sites put their text into other elements.
  const columns = paragraphs.length > 0 ? paragraphs : columnsOf(first("div", 5 * MAX_MEASURED));
  const [main, ...others] = columns.sort((a, b) => b.text - a.text);
  if (main === undefined) return null;
  const ownParts = others.filter(
    ({ left, text }) => left < main.right && text >= LEAST_SHARE * main.text,
  );
  const headings = first("h1", MAX_HEADINGS)
    .map((heading) => boxOfFirstText(document, heading))
    .filter(({ left, width }) => width > 0 && left < main.right);
  const edges = [main, ...ownParts, ...headings].map(({ right }) => right);
  return { right: Math.max(...edges), sample: main.sample };
}

interface TextColumn {
  readonly left: number;
  readonly right: number;
  /** Length of its text, UTF-16 code units. */
  readonly text: number;
  readonly sample: Element;
}

/** The columns in which elements with a long text lie. */
function columnsOf(elements: readonly Element[]): TextColumn[] {
  const columns = new Map<string, TextColumn>();
  for (const sample of elements) {
    const text = ownTextLength(sample);
    if (text < LONG_TEXT) continue;
    const { left, right, width } = sample.getBoundingClientRect();
    if (width === 0) continue;
    const key = `${Math.round(left)} ${Math.round(right)}`;
    columns.set(key, { left, right, text: text + (columns.get(key)?.text ?? 0), sample });
  }
  return [...columns.values()];
}

/** Length of the text directly in an element, and in the links and marks within it. */
function ownTextLength(element: Element): number {
  let length = 0;
  let node = element.firstChild;
  for (let i = 0; i < MAX_NODES && node !== null; i++) {
    if (node instanceof Text) length += node.length;
    else if (node.firstChild instanceof Text) length += node.firstChild.length;
    node = node.nextSibling;
  }
  return length;
}

/** Where the first text of an element lies: a heading's box is often wider than what it says. */
function boxOfFirstText(document: Document, element: Element): DOMRect {
  const nodes = Document.prototype.createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
  const range = new Range();
  range.selectNode(nodes.nextNode() ?? element);
  return range.getBoundingClientRect();
}
