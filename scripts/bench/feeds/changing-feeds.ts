import { DAY } from "../../../core/durations.ts";
import { murmur3 } from "../../../core/hash.ts";
import { escapeHtml } from "../../../test/harness/stand-in-page.ts";

/** How many feeds, and how many items each has. */
export interface FeedsSize {
  readonly feeds: number;
  readonly items: number;
}

/** A server's answer. */
interface FeedResponse {
  readonly status: 200 | 304;
  readonly etag: string;
  readonly body: string;
}

interface ServedFeed {
  /** The newest first. */
  items: readonly FeedItem[];
  etag: string;
  body: string;
}

interface FeedItem {
  readonly address: string;
  readonly markup: string;
}

const TWO_DAYS = 2 * DAY;

/** Feeds of made-up outlets that change on request: RSS 2.0, the newest item first. */
export class ChangingFeeds {
  /** Whether servers answer “not modified”; otherwise they send the whole feed each time. */
  saysUnchanged = true;
  readonly #size: FeedsSize;
  readonly #titles: readonly string[];
  readonly #feeds: ServedFeed[];
  #added = 0;

  /**
   * @param titles for the items, in turn
   * @param now ms since 1970; the items are from the two days before
   */
  constructor(size: FeedsSize, titles: readonly string[], now: number) {
    this.#size = size;
    this.#titles = titles;
    this.#feeds = Array.from({ length: size.feeds }, () => ({ items: [], etag: "", body: "" }));
    const count = size.feeds * size.items;
    for (let i = 0; i < count; i++)
      this.#add(i % size.feeds, now - TWO_DAYS + Math.floor((TWO_DAYS * i) / count));
    this.#feeds.forEach(write);
  }

  /** Adds an item to this many feeds, the next ones each time, and removes their oldest. */
  change(count: number, now: number): void {
    for (let i = 0; i < count; i++) {
      const feed = this.#added % this.#size.feeds;
      this.#add(feed, now);
      write(this.#feeds[feed], feed);
    }
  }

  /** @param known the validator that the browser sent */
  answer(feed: number, known: string | undefined): FeedResponse | undefined {
    const served = this.#feeds[feed];
    if (served === undefined) return undefined;
    const { etag, body } = served;
    return this.saysUnchanged && known === etag
      ? { status: 304, etag, body: "" }
      : { status: 200, etag, body };
  }

  /** The addresses of all current items. */
  addresses(): string[] {
    return this.#feeds.flatMap(({ items }) => items.map(({ address }) => address));
  }

  #add(feed: number, time: number): void {
    const served = this.#feeds[feed];
    if (served === undefined) return;
    const number = this.#added++;
    const [title = "", more] = [number, number * 7 + 3].map(
      (place) => this.#titles[place % this.#titles.length],
    );
    const slug = title.toLowerCase().replace(/[^a-z\d]+/g, "-");
    const address = `https://www.${outletDomain(feed)}/${number}/${slug.slice(0, 60)}`;
    const markup = `<item><title>${escapeHtml(title)}</title><link>${address}</link>
<description>${escapeHtml(`${title}. ${more}.`)}</description>
<pubDate>${new Date(time).toUTCString()}</pubDate></item>`;
    served.items = [{ address, markup }, ...served.items].slice(0, this.#size.items);
  }
}

/** An outlet's domain: a name that no server has. */
export function outletDomain(feed: number): string {
  return `outlet-${feed}.example`;
}

function write(served: ServedFeed | undefined, feed: number): void {
  if (served === undefined) return;
  served.body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Outlet ${feed}</title><link>https://www.${outletDomain(feed)}/</link>
${served.items.map(({ markup }) => markup).join("\n")}
</channel></rss>`;
  served.etag = `"${murmur3(served.body, 0).toString(36)}"`;
}
