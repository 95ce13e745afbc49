import { voiceOf } from "../outlets/voices.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import type { TextRange } from "../story/words/whole-words.ts";
import type { ComparedText, ReadArticle } from "./compared-text.ts";
import { isSameKind } from "./figure-kind.ts";
import { type Figure, figuresIn, isSameFigure } from "./figures.ts";
import { headOf } from "./names.ts";
import { isSameForm } from "./same-word.ts";
import { isContentWord, type TextWord, textWords } from "./text-words.ts";
import { wordForm } from "./word-form.ts";

/** Where an article mentions something. */
export interface MentionSource {
  /** Place of the article among those compared. */
  readonly article: number;
  /** The headline or excerpt where it stands, and where in it. */
  readonly quote: string;
  readonly range: TextRange;
}

/** A name or figure that other texts have, and the open page has not. */
export interface MissingMention {
  readonly kind: "name" | "figure";
  /** As the first of the sources writes it. */
  readonly words: string;
  /** One for each voice, at least two. */
  readonly sources: readonly MentionSource[];
}

/** Fewest independent texts that mention something. */
const FEWEST_VOICES = 2;
/** Longest text of a page that is searched, UTF-16 code units. */
const MAX_PAGE_TEXT = 100_000;
/** Least length of a name that is looked for inside of words as well. */
const FIND_INSIDE = 4;
/** Most letters that an inflected name has more. */
const ENDING = 2;

interface Page {
  readonly language: string | null;
  readonly figures: readonly Figure[];
  readonly words: readonly TextWord[];
  /** All of it, folded. */
  readonly folded: string;
  readonly countries: ReadonlySet<string>;
  readonly initials: string;
}

/**
 * Names and figures that two or more independent texts have in their headline or excerpt, and the open page nowhere.
 *
 * @param articles the open page's first
 * @param places of the other articles to compare it with, without copies of one text
 * @param pageText the text of the open page
 */
export function missingMentions(
  articles: readonly ReadArticle[],
  places: readonly number[],
  pageText: string,
  countries: CountryNames,
): MissingMention[] {
  const [first] = articles;
  if (first === undefined) return [];
  const page = readPage(first, pageText, countries);
  const own = voiceOf(first.article.outlet.domain);
  const others = places.filter((at) => voiceOf(domainOf(articles, at)) !== own);
  return [
    ...missingNames(articles, others, page, countries),
    ...missingFigures(articles, others, page),
  ];
}

function readPage(first: ReadArticle, pageText: string, countries: CountryNames): Page {
  const text = pageText.slice(0, MAX_PAGE_TEXT);
  const words = [...first.title.words, ...first.excerpt.words, ...textWords(text)];
  const forms = words.map(({ form }) => form);
  return {
    language: first.language,
    figures: [...first.title.figures, ...first.excerpt.figures, ...figuresIn(text, first.language)],
    words,
    folded: ` ${forms.join(" ")} `,
    countries: new Set(countries.of(forms, first.title.text)),
    initials: words.map(({ form }) => form[0]).join(""),
  };
}

interface Mention {
  readonly head: TextWord;
  readonly words: readonly TextWord[];
  readonly source: MentionSource;
}

function missingNames(
  articles: readonly ReadArticle[],
  places: readonly number[],
  page: Page,
  countries: CountryNames,
): MissingMention[] {
  const outlets = articles.map(({ article: { outlet } }) =>
    wordForm(`${outlet.name} ${outlet.domain}`),
  );
  const clusters: Mention[][] = [];
  for (const article of places)
    for (const text of textsOf(articles, article))
      for (const name of text.names) {
        const { start, end, words } = name;
        const head = headOf(name);
        const mention = {
          head,
          words,
          source: { article, quote: text.text, range: { start, end } },
        };
        const cluster = clusters.find((found) =>
          found.some((other) => isSameName(other.head.form, head.form)),
        );
        if (cluster === undefined) clusters.push([mention]);
        else cluster.push(mention);
      }
  return clusters.flatMap((cluster): MissingMention[] => {
    const [first] = cluster;
    if (first === undefined) return [];
    const isOutlet = outlets.some((outlet) => outlet.includes(first.head.form));
    if (isOutlet || cluster.some((mention) => isOnPage(mention, page, countries))) return [];
    const everywhere = places.flatMap(
      (article) =>
        cluster.find(({ source }) => source.article === article)?.source ??
        mentionOf(first, articles, article) ??
        [],
    );
    return mentionIn(articles, everywhere, page, "name");
  });
}

/** Where an article has a name that another one has made sure to be one: at the start of a sentence, in title case. */
function mentionOf(
  { head, words }: Mention,
  articles: readonly ReadArticle[],
  article: number,
): MentionSource | null {
  const hasCase = /\p{Lu}/u.test(head.text);
  for (const text of textsOf(articles, article)) {
    const at = text.words.findIndex(
      (word, i) =>
        isSameName(word.form, head.form) &&
        (hasCase
          ? /^\p{Lu}/u.test(word.text)
          : words.length < 2 || text.words[i - 1]?.form === words.at(-2)?.form),
    );
    const found = text.words[at];
    const { start = 0, end = 0 } = found ?? {};
    if (found !== undefined) return { article, quote: text.text, range: { start, end } };
  }
  return null;
}

function isSameName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    short === long ||
    (short.length >= FIND_INSIDE && long.startsWith(short) && long.length <= short.length + ENDING)
  );
}

/** Whether the page has a name, or anything like it: a part, another form, its country or its abbreviation. */
function isOnPage({ head, words }: Mention, page: Page, countries: CountryNames): boolean {
  const names = words.filter((word) => isContentWord(word) && word.form.length >= FIND_INSIDE);
  if (head.form.length >= FIND_INSIDE && page.folded.includes(head.form)) return true;
  if (page.folded.includes(` ${head.form} `)) return true;
  const hasCase = /\p{Lu}/u.test(head.text);
  const isName = (word: TextWord) => !hasCase || /^\p{Lu}/u.test(word.text);
  if (
    names.some(({ form }) => page.words.some((word) => isName(word) && isSameForm(word.form, form)))
  )
    return true;
  const codes = countries.of(
    words.map(({ form }) => form),
    head.text,
  );
  if (codes.some((code) => page.countries.has(code))) return true;
  const initials = words.map(({ form }) => form[0]).join("");
  return words.length > 1
    ? page.words.some(({ text, form }) => text === text.toUpperCase() && form === initials)
    : /^\p{Lu}{2,}$/u.test(head.text) && page.initials.includes(head.form);
}

function missingFigures(
  articles: readonly ReadArticle[],
  places: readonly number[],
  page: Page,
): MissingMention[] {
  const clusters: { readonly figure: Figure; readonly sources: MentionSource[] }[] = [];
  for (const article of places)
    for (const { text, figures } of textsOf(articles, article))
      for (const figure of figures) {
        const { start, end, kind } = figure;
        const isKnown = page.figures.some(
          (other) => isSameFigure(figure, other) || isSameKind(kind, other.kind),
        );
        if (kind === null || isKnown) continue;
        const source = { article, quote: text, range: { start, end } };
        const cluster = clusters.find(
          (found) => found.figure.value === figure.value && isSameKind(found.figure.kind, kind),
        );
        if (cluster === undefined) clusters.push({ figure, sources: [source] });
        else cluster.sources.push(source);
      }
  return clusters.flatMap(({ sources }) => mentionIn(articles, sources, page, "figure"));
}

/** The mention with one source for each voice; none where there are too few, or none is in the page's language. */
function mentionIn(
  articles: readonly ReadArticle[],
  sources: readonly MentionSource[],
  page: Page,
  kind: MissingMention["kind"],
): MissingMention[] {
  const voices = new Map<string, MentionSource>();
  for (const source of sources) {
    const voice = voiceOf(domainOf(articles, source.article));
    if (!voices.has(voice)) voices.set(voice, source);
  }
  const [first] = voices.values();
  const isReadable =
    kind === "figure" ||
    sources.some(
      ({ article }) => page.language !== null && articles[article]?.language === page.language,
    );
  if (first === undefined || voices.size < FEWEST_VOICES || !isReadable) return [];
  // The longest form of the name tells most.
  const longest = [...voices.values()].reduce((a, b) => (length(b) > length(a) ? b : a), first);
  const words = longest.quote.slice(longest.range.start, longest.range.end);
  return [{ kind, words, sources: [...voices.values()] }];
}

function length({ range }: MentionSource): number {
  return range.end - range.start;
}

function textsOf(articles: readonly ReadArticle[], at: number): readonly ComparedText[] {
  const read = articles[at];
  return read === undefined ? [] : [read.title, read.excerpt];
}

function domainOf(articles: readonly ReadArticle[], at: number): string {
  return articles[at]?.article.outlet.domain ?? "";
}
