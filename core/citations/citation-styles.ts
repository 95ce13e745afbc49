import type { CitedArticle, CitedDay } from "./cited-article.ts";

/** The styles in which an article can be cited. */
export const CITATION_STYLES = ["apa", "mla", "chicago"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/**
 * A part of a citation. Joined, the parts are its plain text. Title and outlet are parts of their own, since they may run from
 * right to left.
 */
export interface CitationPart {
  readonly text: string;
  readonly isItalic: boolean;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Months as MLA writes them in a list of works cited. */
const SHORT_MONTHS = [
  "Jan.",
  "Feb.",
  "Mar.",
  "Apr.",
  "May",
  "June",
  "July",
  "Aug.",
  "Sept.",
  "Oct.",
  "Nov.",
  "Dec.",
];

/**
 * An article's entry in a list of references, in English as the styles prescribe it, for a news article on the web without a
 * named author: nothing in our data names one.
 *
 * Rules: APA, 7th edition, section 10.1 (newspaper article); MLA Handbook, 9th edition, section 5 (title, container, date,
 * location, date of access); Chicago Manual of Style, 18th edition, chapter 14 (news articles; an unsigned one stands under
 * the name of its outlet). Titles keep their capitals: which word is a name, no rule can tell.
 */
export function citationParts(article: CitedArticle, style: CitationStyle): CitationPart[] {
  return WRITERS[style](article);
}

/** The entry as plain text. */
export function citationText(article: CitedArticle, style: CitationStyle): string {
  return citationParts(article, style)
    .map(({ text }) => text)
    .join("");
}

const WRITERS: Readonly<Record<CitationStyle, (article: CitedArticle) => CitationPart[]>> = {
  apa: ({ title, outlet, published, address }) => [
    plain(`${title}${endOf(title)}`),
    plain(` (${published === null ? "n.d." : yearFirst(published)}). `),
    italic(outlet),
    plain(`${endOf(outlet)} ${address}`),
  ],
  mla: ({ title, outlet, published, accessed, address }) => [
    plain(quoted(title)),
    plain(" "),
    italic(outlet),
    plain(
      `, ${published === null ? "" : `${dayFirst(published)}, `}${withoutScheme(address)}. Accessed ${dayFirst(accessed)}.`,
    ),
  ],
  chicago: ({ title, outlet, published, accessed, address }) => [
    italic(outlet),
    plain(`${endOf(outlet)} `),
    plain(quoted(title)),
    plain(
      ` ${published === null ? `Accessed ${monthFirst(accessed)}` : monthFirst(published)}. ${address}.`,
    ),
  ],
};

function plain(text: string): CitationPart {
  return { text, isItalic: false };
}

function italic(text: string): CitationPart {
  return { text, isItalic: true };
}

/** The full stop after a title or name; none where it ends with such a mark of its own, also one of another script. */
function endOf(text: string): "." | "" {
  return /[.!?…。！？؟۔।]["'”’»)\]]*$/u.test(text) ? "" : ".";
}

/** A title in quotation marks, with its end inside them and quotations within it in single marks. */
function quoted(title: string): string {
  const inner = title.replace(/“([^“”]*)”/g, "‘$1’").replace(/"([^"]*)"/g, "‘$1’");
  return `“${inner}${endOf(inner)}”`;
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, "");
}

/** @example "2022, April 15" */
function yearFirst({ year, month, day }: CitedDay): string {
  return `${year}, ${MONTHS[month - 1]} ${day}`;
}

/** @example "15 Apr. 2022" */
function dayFirst({ year, month, day }: CitedDay): string {
  return `${day} ${SHORT_MONTHS[month - 1]} ${year}`;
}

/** @example "April 15, 2022" */
function monthFirst({ year, month, day }: CitedDay): string {
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}
