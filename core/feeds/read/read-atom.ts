import { parseAtomFeed } from "feedsmith";
import {
  type Feed,
  type FeedItem,
  type FeedText,
  MAX_ITEMS_PARSED,
  markup,
  plain,
} from "./feed.ts";
import { mediaOf } from "./item-media.ts";
import { addressIds, defined } from "./item-values.ts";
import { updatePeriod } from "./update-period.ts";

type AtomFeed = ReturnType<typeof parseAtomFeed<string>>;
type AtomEntry = NonNullable<AtomFeed["entries"]>[number];

/**
 * Reads Atom 0.3 and 1.0 (RFC 4287).
 *
 * @throws Error when the text is too broken to read
 */
export function readAtom(text: string): Feed {
  const feed = parseAtomFeed(text, { maxItems: MAX_ITEMS_PARSED });
  return {
    title: textOf(feed.title),
    site: feed.links?.find((link) => relationOf(link) === "alternate")?.href ?? "",
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? "",
    period: updatePeriod(feed.sy),
    items: (feed.entries ?? []).map((entry) => atomItem(entry, defined([feed.xml?.base]))),
  };
}

function atomItem(entry: AtomEntry, base: readonly string[]): FeedItem {
  const { id, title, summary, content, published, updated, categories = [], links = [] } = entry;
  const { media, dc, dcterms, yt, xml, authors = [] } = entry;
  const pages = links.filter((link) => relationOf(link) === "alternate");
  const enclosures = links.filter((link) => relationOf(link) === "enclosure");
  const own = links.filter((link) => /^(?:self|canonical|shortlink)$/.test(relationOf(link)));
  const files = enclosures.map(({ href, type }) => ({
    ...(href !== undefined && { url: href }),
    ...(type !== undefined && { type }),
  }));
  const found = mediaOf(media, files);
  // Web pages first: a feed may also link to the article as a PDF or in the site's API.
  const [webPages, others] = [pages.filter(isWebPage), pages.filter((link) => !isWebPage(link))];
  return {
    id: id ?? "",
    titles: [
      ...texts(title, media?.title, media?.groups?.[0]?.title),
      ...(title === undefined ? (dc?.titles ?? []) : []).map(markup),
      // A title of an unknown type is a text nevertheless.
      ...(textOf(title) === null ? defined([title?.value]).map(plain) : []),
    ],
    excerpts: texts(summary, media?.description, media?.groups?.[0]?.description, content),
    links: [
      ...defined([...webPages, ...others].map(({ href }) => href)),
      ...addressIds(id),
      ...defined(own.map(({ href }) => href)),
    ],
    base: [...base, ...defined([xml?.base])],
    times: defined([published, dc?.dates?.[0], dcterms?.issued?.[0], updated]),
    topics: [
      ...defined(categories.map(({ label, term }) => label ?? term)),
      ...(dc?.subjects ?? []),
    ],
    ...found,
    isVideo: found.isVideo || yt?.videoId !== undefined,
    language: xml?.lang ?? dc?.languages?.[0] ?? "",
    kinds: dc?.types ?? [],
    authors: [...defined(authors.map(({ name }) => name)), ...(dc?.creators ?? [])],
    isPaid: false,
  };
}

/** The relation of a link, which may be written as an address of its registry (RFC 4287, 4.2.7.2). */
function relationOf({ rel = "" }: { readonly rel?: string }): string {
  const name = rel.trim().toLowerCase();
  return name.replace(/^https?:\/\/www\.iana\.org\/assignments\/[\w-]{1,40}\//, "") || "alternate";
}

function isWebPage({ type = "text/html" }: { readonly type?: string }): boolean {
  return type.includes("html");
}

function texts(...candidates: readonly (AtomText | undefined)[]): FeedText[] {
  return candidates.map(textOf).filter((text) => text !== null);
}

interface AtomText {
  readonly value?: string;
  readonly type?: string;
}

/** A text construct without a type is plain text. Content that is neither text nor HTML (a PDF, an image) gives `null`. */
function textOf(text: AtomText | undefined): FeedText | null {
  if (text?.value === undefined) return null;
  const { value, type = "text" } = text;
  if (/html/i.test(type)) return markup(value);
  return /^(?:text|text\/.*|plain)$/i.test(type) ? plain(value) : null;
}
