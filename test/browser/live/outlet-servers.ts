import type { Page, Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import type { FeedEntry } from "./feed-formats.ts";
import { type MadeUpOutlet, SIX_OUTLETS } from "./six-outlets.ts";

/** How a feed's server answers for a while instead of giving the feed. */
type Instead = Page | "silence";

/** The servers of the six outlets: their feeds, which a test changes, and a page for each article. */
export class OutletServers {
  readonly #entries = new Map(SIX_OUTLETS.map(({ feed, entries }) => [feed, entries]));
  readonly #instead = new Map<string, Instead>();
  /** The answers that feeds got, as "Harbour Courier: 200", in order. */
  answered: string[] = [];

  /** From now on an outlet's feed has this item first, or in place of its item with the same address. */
  publish(name: string, entry: FeedEntry): void {
    const { feed } = outletNamed(name);
    const others = this.#entries.get(feed)?.filter(({ url }) => url !== entry.url) ?? [];
    this.#entries.set(feed, [entry, ...others]);
  }

  /** From now on an outlet's server answers this way; `null`: with its feed again. */
  answer(name: string, instead: Instead | null): void {
    const { feed } = outletNamed(name);
    if (instead === null) this.#instead.delete(feed);
    else this.#instead.set(feed, instead);
  }

  readonly site: Site = (url, { headers }) => {
    const outlet = SIX_OUTLETS.find(({ feed }) => feed === url.href);
    if (outlet === undefined) return this.#page(url);
    const answer = this.#instead.get(outlet.feed) ?? this.#feed(outlet, headers["if-none-match"]);
    const said = answer === "silence" ? answer : (answer.status ?? 200);
    this.answered.push(`${outlet.name}: ${said}`);
    return answer;
  };

  #feed({ name, feed, contentType, write }: MadeUpOutlet, known: string | undefined): Page {
    const body = write(name, this.#entries.get(feed) ?? []);
    const etag = `"${body.length}"`;
    const headers = { "content-type": contentType, etag };
    return known === etag ? { status: 304, headers, body: "" } : { headers, body };
  }

  #page(url: URL): Page | undefined {
    for (const { name, feed } of SIX_OUTLETS) {
      const entry = this.#entries.get(feed)?.find((one) => one.url === url.href);
      if (entry !== undefined) return { body: articlePage(name, entry) };
    }
    return undefined;
  }
}

function outletNamed(name: string): MadeUpOutlet {
  const outlet = SIX_OUTLETS.find((one) => one.name === name);
  if (outlet === undefined) throw new Error(`no outlet ${name}`);
  return outlet;
}

/** The icon is in the page, so that no browser requests one. */
function articlePage(site: string, { title, published }: FeedEntry): string {
  const head = `<link rel="icon" href="data:,">
<meta property="og:type" content="article">
<meta property="article:published_time" content="${new Date(published).toISOString()}">`;
  return standInPage({ title, site, head });
}
