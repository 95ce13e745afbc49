import { textNodes } from "./bounded-elements.ts";
import { ancestorsOf, boxOfElement, contains } from "./dom-methods.ts";

/** At most this many nodes of a page are visited, in document order; real articles end before that. */
const MAX_NODES = 20_000;
/** At most this many texts of the page are measured to find its article, and as many within that. */
const MAX_MEASURED = 200;
/** Of one text so much is measured at its start, and at its end: some lines. UTF-16 code units, here and below. */
const MEASURED_LENGTH = 400;
/** A text at least this long can be a line of an article, or part of it; labels and menus have shorter ones. */
const LINE_LENGTH = 25;
/** A column outside of the article's element belongs to the article from this share of its text on. */
const LEAST_SHARE = 0.1;
/** The longest line ends at most this far before the edge of its column, CSS pixels. */
const MAX_RAG = 40;
/** Beside most of the text, a part of the article has lines at least this share as wide as usual. */
const LEAST_WIDTH = 0.8;
/** Elements that hold one part of an article, and other parts stand beside them. */
const PARTS = /^(?:p|[dou]l|li|d[dt]|t\w+|blockquote|pre|span)$/;

/** The part of a page that holds its article's text. */
export interface ArticleColumn {
  /** Where its text ends at the right, in CSS pixels of the window. */
  readonly right: number;
  /** The element with most of the text. */
  readonly element: Element;
}

interface PageText {
  readonly node: Text;
  /** Without blanks at its end, and at most `MEASURED_LENGTH`. */
  readonly length: number;
}

/** Between which edges a text lies, in CSS pixels of the window. */
interface MeasuredText extends PageText {
  readonly left: number;
  readonly right: number;
}

/**
 * Measures where the text of a page's article lies, by the boxes of the text itself, in whatever elements it stands: a
 * bounded number of texts, with nothing changed in between, so that the browser works out the layout no more than once.
 * A column beside the article's, such as a list of other articles, does not count.
 *
 * @returns `null` for a page without text of some length
 */
export function measureArticleColumn(document: Document): ArticleColumn | null {
  const texts: PageText[] = [];
  for (const node of textNodes(document, document, MAX_NODES)) {
    const { length } = node.substringData(0, MEASURED_LENGTH).trimEnd();
    if (length > 0) texts.push({ node, length });
  }
  const lines = measure(texts.filter(({ length }) => length >= LINE_LENGTH));
  const element = elementWithMost(lines);
  if (element === null) return null;
  const isWithin = ({ node }: PageText) => contains(element, node);
  const own = lines.filter(isWithin);
  const edge = median(own.map(({ right }) => right));
  const leastWidth = LEAST_WIDTH * median(own.map(({ left, right }) => right - left));
  const parts = Map.groupBy(
    [...measure(texts.filter(isWithin)), ...lines.filter((line) => !isWithin(line))],
    ({ node, left }) => partOf(element, node) ?? Math.round(left),
  );
  let right = edge;
  for (const [part, members] of parts) {
    const isOwn = part instanceof Element;
    const isBeside = ({ left, right }: MeasuredText) =>
      left >= edge && !(isOwn && right - left >= leastWidth);
    const least = isOwn ? LINE_LENGTH : LEAST_SHARE * lengthOf(own);
    if (lengthOf(members) < least || members.every(isBeside)) continue;
    for (const text of members) if (text.right >= right) right = Math.max(right, seenEdge(text));
  }
  return { right, element };
}

/** Measures the start and the end of some of the texts, from the first to the last, and leaves out those that are not shown. */
function measure(texts: readonly PageText[]): MeasuredText[] {
  const range = new Range();
  const measured: MeasuredText[] = [];
  const step = Math.ceil(texts.length / MAX_MEASURED);
  texts.forEach((text, i) => {
    if (i % step !== 0) return;
    const { node, length } = text;
    // It may begin beside a picture, or go on in another column.
    for (const start of new Set([0, node.length - length])) {
      range.setStart(node, start);
      range.setEnd(node, start + length);
      const { left, right, width } = range.getBoundingClientRect();
      if (width > 0) measured.push({ ...text, left, right });
    }
  });
  return measured;
}

/** The innermost element with more than half of the text, in which the parts of an article stand beside each other. */
function elementWithMost(texts: readonly PageText[]): Element | null {
  const lengths = new Map<Element, number>();
  for (const { node, length } of texts)
    for (const element of ancestorsOf(node))
      lengths.set(element, length + (lengths.get(element) ?? 0));
  const half = lengthOf(texts) / 2;
  // They lie in each other, and of two with the same text the inner one was noted first.
  const [least] = [...lengths].filter(([, length]) => length > half).sort(([, a], [, b]) => a - b);
  let element = least?.[0] ?? null;
  while (element?.parentElement && PARTS.test(element.localName)) element = element.parentElement;
  return element;
}

/**
 * The part of the article that a text belongs to: the child of `article` that holds it, `article` itself for text directly
 * in it, or a heading of the page; `null` for other text.
 */
function partOf(article: Element, text: Text): Element | null {
  let part = article;
  for (const element of ancestorsOf(text)) {
    if (element === article) return part;
    if (element.localName === "h1") return element;
    part = element;
  }
  return null;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function lengthOf(texts: readonly PageText[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** Where a text ends that may be cut off, or the column in which it stands. */
function seenEdge({ node, right }: MeasuredText): number {
  let edge = right;
  for (const element of ancestorsOf(node)) {
    const column = boxOfElement(element).right;
    if (element === node.parentNode && column - right < MAX_RAG) edge = Math.max(edge, column);
    if (getComputedStyle(element).overflowX !== "visible") edge = Math.min(edge, column);
  }
  return edge;
}
