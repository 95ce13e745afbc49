import { HOUR } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import type { Page } from "../../../test/harness/local-web.ts";
import { escapeHtml, standInPage } from "../../../test/harness/stand-in-page.ts";

/** The article of the bundled record. */
const NAMED = "https://futurism.com/ukraine-facial-recognition-russian-photos";
/** In a browser at most; each is reported, since each should show a list. */
const MAX_NAMED_UNFOUND = 5;

interface Headline {
  readonly title: string;
  /** ms since 1970. */
  readonly published: number;
}

/** A report of the bundled record's story, written for this benchmark; no record names it. */
const REPORT: Headline = {
  title: "Ukraine uses facial recognition to send photos of dead Russian soldiers to their mothers",
  published: Date.UTC(2022, 3, 15, 19),
};

/** A page to visit. */
export interface AskedAddress {
  readonly url: string;
  /** Takes it out of later visits: no list came. */
  passOver(): void;
}

/** The pages that the benchmark visits, all on a site of the bundled record. */
export class AskedPages {
  readonly #headlines = new Map<string, Headline>([[NAMED, REPORT]]);
  #byText: string[] = [];
  /** How many pages that no record names have shown no list. */
  unfound = 0;
  /** How many visits of the page that a record names have shown no list. */
  namedUnfound = 0;

  constructor() {
    this.#ask("report", REPORT);
  }

  /** From now on a page found by its text has the headline of one of these articles, an hour later. */
  askOf(articles: readonly ArticleRecord[]): void {
    this.#byText = [];
    for (const [i, { title, publishedDateTime = "" }] of articles.entries())
      this.#ask(String(i), { title, published: Date.parse(publishedDateTime) + HOUR });
  }

  #ask(name: string, headline: Headline): void {
    const url = `https://futurism.com/written-for-a-benchmark/${name}`;
    this.#headlines.set(url, headline);
    this.#byText.push(url);
  }

  /** Without end: the page that a record names. */
  *named(): Generator<AskedAddress> {
    const passOver = () => {
      if (++this.namedUnfound > MAX_NAMED_UNFOUND)
        throw new Error("the page that a record names has shown no list, several times");
    };
    for (;;) yield { url: NAMED, passOver };
  }

  /** Without end: pages that no record names, one after the other. */
  *foundByText(): Generator<AskedAddress> {
    while (this.#byText.length > 0)
      for (const url of this.#byText)
        yield {
          url,
          passOver: () => {
            this.unfound++;
            this.#byText = this.#byText.filter((other) => other !== url);
          },
        };
  }

  serve({ href }: URL): Page | undefined {
    const headline = this.#headlines.get(href);
    if (headline === undefined) return undefined;
    const { title, published } = headline;
    const head = `<meta property="og:type" content="article">
<meta property="og:title" content="${escapeHtml(title)}">
<meta property="article:published_time" content="${new Date(published).toISOString()}">`;
    return { body: standInPage({ title, site: "Futurism", head }) };
  }
}
