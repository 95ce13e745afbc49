import { plainLine } from "../text/plain-line.ts";
import { inertAddress } from "../url/inert-address.ts";

/** A news article on the web as a reference list names it. All texts are plain lines. */
export interface CitedArticle {
  /** The address where the data has no title. */
  readonly title: string;
  /** Name of the outlet; its domain where it has no name. */
  readonly outlet: string;
  /** Registrable domain of the outlet. */
  readonly domain: string;
  /** Absolute http(s) address, percent-encoded so far that no format takes a character of it for its own. */
  readonly address: string;
  /** `null` when the data does not say. */
  readonly published: CitedDay | null;
  /** When the user had it. */
  readonly accessed: CitedDay;
  /** BCP 47; `null` when the data does not say. */
  readonly language: string | null;
}

/** A day of the Gregorian calendar. */
export interface CitedDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** What is known of an article. */
export interface CitableArticle {
  readonly title: string;
  readonly url: string;
  /** ms since 1970. */
  readonly published: number | null;
  readonly outlet: { readonly name: string; readonly domain: string };
  /** BCP 47; `null` when it is not known. */
  readonly language: string | null;
}

/**
 * Makes what all formats of citations write from an article.
 *
 * Days are those of UTC. The data keeps a time without its offset, and a date without a time of day as midnight UTC;
 * so the user's own time zone could move it to the day before.
 *
 * @param accessed ms since 1970
 */
export function citedArticle(article: CitableArticle, accessed: number): CitedArticle {
  const { title, url, published, outlet, language } = article;
  const address = inertAddress(url);
  return {
    title: plainLine(title) || address,
    outlet: plainLine(outlet.name) || outlet.domain,
    domain: outlet.domain,
    address,
    published: published === null ? null : dayOf(published),
    accessed: dayOf(accessed),
    language,
  };
}

/** A day as `2022-04-15`. */
export function isoDay({ year, month, day }: CitedDay): string {
  return [year, twoDigits(month), twoDigits(day)].join("-");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function dayOf(time: number): CitedDay {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
