import { textNodes } from "./bounded-elements.ts";
import { ancestorsOf, boxOfElement, contains } from "./dom-methods.ts";
import { layerOf } from "./page-layers.ts";

/** At most this many nodes of a page are visited, in document order; real articles end before that. */
const MAX_NODES = 20_000;
/** At most this many texts of the page are measured to find its article, and as many within that. */
const MAX_MEASURED = 200;
/** Of one text so much is measured at its start, and at its end: some lines. UTF-16 code units, here and below. */
const MEASURED_LENGTH = 400;
/** A text at least this long can be a line of an article, or part of it; labels and menus have shorter ones. */
const LINE_LENGTH = 25;
/** So can words that have a `<span>` each, and cells of a table, where together they are at least this long. */
const RUN_LENGTH = 100;
/** Lower than this share of the window, a layer over the page with more text than the article is a consent tool's box. */
const LOW_LAYER = 0.9;
/** A column outside of the article's element belongs to the article from this share of its text on, or this length. */
const LEAST_SHARE = 0.1;
const LEAST_LENGTH = 1000;
/** As much of the article's text may be wider than its column: it is looked for where it is seen, as obstacles are. */
const RARE_SHARE = 0.05;
/** What ends no further beyond most of the text is in the same column, CSS pixels. */
const NEAR = 80;
/** The longest line ends at most this far before the edge of its column, CSS pixels. */
const MAX_RAG = 40;
/** Beside most of the text, a part of the article has lines at least this share as wide as usual. */
const LEAST_WIDTH = 0.8;
/** Elements that hold one part of an article, and other parts stand beside them. */
const PARTS = /^(?:p|[dou]l|li|d[dt]|t\w+|blockquote|pre|span)$/;

/** The part of a page that holds its article's text. */
export interface ArticleColumn {
  /** Where its text ends at the right but for single parts that are wider, in CSS pixels of the window. */
  readonly right: number;
  /** The element with most of the text. */
  readonly element: Element;
}

/** A text of the page, or words or cells that follow each other. */
interface PageText {
  readonly first: Text;
  last: Text;
  /** Without blanks at its end, and at most `MEASURED_LENGTH` of each. */
  length: number;
  /** Of words that have a `<span>` each, and of cells: the element around those. */
  readonly block: Node | null;
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
  const texts = textsOf(document);
  const column = columnOf(texts);
  const layer = column && layerOf(column.element, document.body);
  if (layer === null) return column;
  const { height } = boxOfElement(layer);
  // One without a height is a wrapper of what floats in it.
  if (height === 0 || height >= LOW_LAYER * innerHeight) return column;
  return columnOf(texts.filter(({ first }) => !contains(layer, first))) ?? column;
}

function columnOf(texts: readonly PageText[]): ArticleColumn | null {
  const lines = measure(
    texts.filter(
      ({ first, last, length }) => length >= (first === last ? LINE_LENGTH : RUN_LENGTH),
    ),
  );
  const element = elementWithMost(lines);
  if (element === null) return null;
  const isWithin = ({ first }: PageText) => contains(element, first);
  const own = lines.filter(isWithin);
  const edge = median(own.map(({ right }) => right));
  // The paragraphs of vertical text stand beside each other, the first at the right.
  const isVertical = /^[vs]/.test(getComputedStyle(element).writingMode);
  const leastWidth = isVertical
    ? 0
    : LEAST_WIDTH * median(own.map(({ left, right }) => right - left));
  const within = measure(texts.filter(isWithin));
  const parts = Map.groupBy([...within, ...lines.filter((line) => !isWithin(line))], (text) =>
    isWithin(text) ? partOf(element, text.first) : Math.round(text.left),
  );
  const ends: { readonly end: number; readonly length: number }[] = [];
  for (const [part, members] of parts) {
    const isOwn = part instanceof Element;
    const isBeside = ({ left, right }: MeasuredText) =>
      left >= edge && !(isOwn && right - left >= leastWidth);
    const least = isOwn ? LINE_LENGTH : Math.min(LEAST_SHARE * lengthOf(own), LEAST_LENGTH);
    if (lengthOf(members) < least || members.every(isBeside)) continue;
    for (const text of members)
      if (text.right >= edge)
        ends.push({ end: seenEdge(text), length: isOwn ? text.length : Number.POSITIVE_INFINITY });
  }
  ends.sort((a, b) => b.end - a.end);
  let rare = isVertical ? 0 : RARE_SHARE * lengthOf(within);
  const usual = ends.find(({ length }) => {
    rare -= length;
    return rare < 0;
  });
  const right = ends.find(({ end }) => end < (usual?.end ?? edge) + NEAR)?.end ?? edge;
  return { right, element };
}

/** The texts of a page. Words that have a `<span>` each, and short cells of a row, are put together. */
function textsOf(document: Document): PageText[] {
  const texts: PageText[] = [];
  for (const node of textNodes(document, document, MAX_NODES)) {
    const { length } = node.substringData(0, MEASURED_LENGTH).trimEnd();
    if (length === 0) continue;
    const parent = node.parentNode;
    const isPart = length < LINE_LENGTH && /^(?:SPAN|T[DH])$/.test(parent?.nodeName ?? "");
    const block = isPart ? (parent?.parentNode ?? null) : null;
    const before = texts.at(-1);
    if (block && before?.block === block && before.length < MEASURED_LENGTH) {
      before.last = node;
      before.length += length;
    } else texts.push({ first: node, last: node, length, block });
  }
  return texts;
}

/** Measures the start and the end of some of the texts, from the first to the last, and leaves out those that are not shown. */
function measure(texts: readonly PageText[]): MeasuredText[] {
  const range = new Range();
  const measured: MeasuredText[] = [];
  const step = Math.ceil(texts.length / MAX_MEASURED);
  texts.forEach((text, i) => {
    if (i % step !== 0) return;
    const { first, last } = text;
    // It may begin beside a picture, or go on in another column.
    for (const start of new Set([0, Math.max(0, first.length - MEASURED_LENGTH)])) {
      range.setStart(first, start);
      range.setEnd(last, Math.min(start + MEASURED_LENGTH, last.length));
      const { left, right, width } = range.getBoundingClientRect();
      if (width > 0) measured.push({ ...text, left, right });
    }
  });
  return measured;
}

/** The innermost element with more than half of the text, in which the parts of an article stand beside each other. */
function elementWithMost(texts: readonly PageText[]): Element | null {
  const lengths = new Map<Element, number>();
  for (const { first, length } of texts)
    for (const element of ancestorsOf(first))
      lengths.set(element, length + (lengths.get(element) ?? 0));
  const half = lengthOf(texts) / 2;
  // They lie in each other, and of two with the same text the inner one was noted first.
  const [least] = [...lengths].filter(([, length]) => length > half).sort(([, a], [, b]) => a - b);
  let element = least?.[0] ?? null;
  while (element?.parentElement && PARTS.test(element.localName)) element = element.parentElement;
  return element;
}

/** The part of the article that a text belongs to: the child of `article` that holds it, or `article` itself. */
function partOf(article: Element, text: Node): Element {
  let part = article;
  for (const element of ancestorsOf(text)) {
    if (element === article) break;
    part = element;
  }
  return part;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function lengthOf(texts: readonly PageText[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** Where a text ends that may be cut off, or the column in which it stands. */
function seenEdge({ first, right }: MeasuredText): number {
  let edge = right;
  for (const element of ancestorsOf(first)) {
    const column = boxOfElement(element).right;
    if (element === first.parentNode && column - right < MAX_RAG) edge = Math.max(edge, column);
    if (getComputedStyle(element).overflowX !== "visible") edge = Math.min(edge, column);
  }
  return edge;
}
