import { gunzipSync, gzipSync } from "node:zlib";
import { DAY } from "../../../core/durations.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { hasCorpus, readTable } from "../corpus.ts";
import { seededRandom } from "./seeded-random.ts";

/** How many articles a served file has. */
const IN_PART = 10_000;
const MADE_UP_HOSTS = 2000;
const FIRST_DAY = Date.UTC(2016, 0, 1);
const DAYS = 730;

/** The questions for a store that holds a number of articles. */
export interface Questions {
  readonly known: readonly { readonly url: string; readonly title: string }[];
  readonly unknown: readonly string[];
  /** Hosts that have an article. */
  readonly hosts: readonly string[];
}

/** The articles of the benchmark: real headlines first, then made-up ones. */
export class Articles {
  /** Gzipped JSON Lines, `IN_PART` records each. */
  readonly #parts: Buffer[] = [];
  readonly #sequence: Generator<ArticleRecord>;
  #count = 0;
  /** How many of them are real. */
  readonly real: number;

  constructor() {
    const real = hasCorpus ? realArticles() : [];
    this.real = real.length;
    this.#sequence = sequence(real);
  }

  /** The first `size` articles as gzipped JSON Lines, with `IN_PART` in each part but the last. */
  parts(size: number): Buffer[] {
    while (this.#count < size) {
      // Not `take`: it would end the sequence.
      const lines = Array.from({ length: IN_PART }, () => {
        const { done, value } = this.#sequence.next();
        if (done === true) throw new Error("the sequence has no end");
        return JSON.stringify(value);
      });
      this.#parts.push(gzipSync(lines.join("\n")));
      this.#count += lines.length;
    }
    const whole = this.#parts.slice(0, Math.floor(size / IN_PART));
    const rest = size % IN_PART;
    if (rest === 0) return whole;
    const lines = this.#lines(whole.length).slice(0, rest);
    return [...whole, gzipSync(lines.join("\n"))];
  }

  questions(size: number): Questions {
    this.parts(size);
    const random = seededRandom(size);
    const places = Array.from({ length: 200 }, () => random.below(size)).sort((a, b) => a - b);
    const asked = [...this.#at(places)].map(({ title, webUrl = "" }) => ({ title, url: webUrl }));
    const known = random.shuffled(asked);
    const unknown = known.map(({ url }, i) => `${new URL(url).origin}/not-in-the-data/${i}`);
    const more = Array.from({ length: 2000 }, () => random.below(size)).sort((a, b) => a - b);
    const hosts = new Set([...this.#at(more)].map(({ provider }) => provider.domain));
    return { known, unknown, hosts: random.shuffled([...hosts]).slice(0, 50) };
  }

  /** A number of the first `size` articles, in a seeded order. */
  some(size: number, count: number): ArticleRecord[] {
    this.parts(size);
    const random = seededRandom(size);
    const places = Array.from({ length: count }, () => random.below(size)).sort((a, b) => a - b);
    return random.shuffled([...this.#at(places)]);
  }

  *#at(places: readonly number[]): Generator<ArticleRecord> {
    let part = -1;
    let lines: string[] = [];
    for (const place of places) {
      if (part !== Math.floor(place / IN_PART)) {
        part = Math.floor(place / IN_PART);
        lines = this.#lines(part);
      }
      yield JSON.parse(lines[place % IN_PART] ?? "");
    }
  }

  #lines(part: number): string[] {
    const bytes = this.#parts[part];
    return bytes === undefined ? [] : gunzipSync(bytes).toString().split("\n");
  }
}

/** The registrable domain of an address. */
export function siteOf(address: string): string {
  return registrableDomain(new URL(address).hostname);
}

function* sequence(real: readonly ArticleRecord[]): Generator<ArticleRecord> {
  yield* real;
  yield* madeUpArticles(real);
}

/** The real headlines, one article for each address, in a seeded order. */
function realArticles(): ArticleRecord[] {
  const keys = new Set<string>();
  const articles: ArticleRecord[] = [];
  for (const row of readTable("headlines/us-homepages-270k.tsv.gz")) {
    const { title = "", url = "", publisher = "", first_seen: day = "", hostname = "" } = row;
    const key = urlKey(url);
    if (key === null || title === "" || keys.has(key)) continue;
    keys.add(key);
    articles.push(article(title, `${day}T00:00:00Z`, url, publisher, hostname));
  }
  return seededRandom(1).shuffled(articles);
}

/** An endless sequence of articles: words of the real titles, on their hosts and on others. */
function* madeUpArticles(real: readonly ArticleRecord[]): Generator<ArticleRecord> {
  const random = seededRandom(2);
  const words = real.length > 0 ? real.flatMap(({ title }) => title.split(" ")) : madeUpWords();
  const hosts: [host: string, name: string][] = Array.from({ length: MADE_UP_HOSTS }, (_, i) => [
    `www.made-up-${i}.example`,
    `Made-up ${i}`,
  ]);
  for (let number = 0; ; number++) {
    const title = Array.from({ length: 5 + random.below(8) }, () => random.of(words)).join(" ");
    const slug = title
      .toLowerCase()
      .replace(/[^a-z\d]+/g, "-")
      .slice(0, 80);
    const time = new Date(FIRST_DAY + random.below(DAYS) * DAY).toISOString();
    const [host, name] =
      real.length > 0 && random.below(2) === 0 ? hostOf(random.of(real)) : random.of(hosts);
    const url = `https://${host}/${time.slice(0, 10).replaceAll("-", "/")}/${slug}-${number}`;
    yield article(title, `${time.slice(0, 10)}T00:00:00Z`, url, name, host);
  }
}

function hostOf({ webUrl = "", provider }: ArticleRecord): [host: string, name: string] {
  return [new URL(webUrl).hostname, provider.name];
}

/** Made-up words with a language's frequencies (Zipf), for use without the real titles. */
function madeUpWords(): string[] {
  const random = seededRandom(3);
  const syllables = "ba ce di fo gu la me ni po ru sa te vi zo ka en ar is ol um".split(" ");
  const word = () => Array.from({ length: 1 + random.below(4) }, () => random.of(syllables));
  return Array.from({ length: 20_000 }, (_, rank) => {
    const text = word().join("");
    return Array.from({ length: Math.ceil(2000 / (rank + 1)) }, () => text);
  }).flat();
}

function article(
  title: string,
  publishedDateTime: string,
  webUrl: string,
  name: string,
  domain: string,
): ArticleRecord {
  return { title, publishedDateTime, webUrl, type: "article", provider: { name, domain } };
}
