import { withoutOutletSuffix } from "../story/words/outlet-suffix.ts";
import { type Figure, figuresIn } from "./figures.ts";
import { guessLanguage } from "./language.ts";
import { type FoundName, namesIn } from "./names.ts";
import { type TextWord, textWords } from "./text-words.ts";

/** An article as it is compared. */
export interface ComparedArticle {
  readonly title: string;
  /** Empty where there is none. */
  readonly excerpt: string;
  readonly url: string;
  /** ms since 1970, or `null`. */
  readonly published: number | null;
  readonly outlet: { readonly name: string; readonly domain: string };
}

/** A text with what is compared of it. */
export interface ComparedText {
  readonly text: string;
  readonly words: readonly TextWord[];
  readonly figures: readonly Figure[];
  readonly names: readonly FoundName[];
}

/** An article, read for a comparison. */
export interface ReadArticle {
  readonly article: ComparedArticle;
  /** A guess by its headline and excerpt; `null` where there is none. */
  readonly language: string | null;
  readonly title: ComparedText;
  readonly excerpt: ComparedText;
}

/** Longest texts that are compared, UTF-16 code units: a hostile page costs no more time. */
const MAX_TITLE = 400;
const MAX_EXCERPT = 1000;

/** Reads headline and excerpt of an article for a comparison. */
export function readArticle(article: ComparedArticle): ReadArticle {
  const language = guessLanguage(`${article.title} ${article.excerpt}`);
  // The headline is the beginning of the title: positions are the same in both.
  const headline = withoutOutletSuffix(article.title.slice(0, MAX_TITLE), article.outlet);
  return {
    article,
    language,
    title: readText(headline, language),
    excerpt: readText(article.excerpt.slice(0, MAX_EXCERPT), language),
  };
}

/** @param language of the text */
function readText(text: string, language: string | null): ComparedText {
  return {
    text,
    words: textWords(text),
    figures: figuresIn(text, language),
    names: namesIn(text, language),
  };
}
