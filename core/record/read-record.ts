import { ARTICLE_MARKS, type ArticleMark } from "./article-marks.ts";
import {
  type ArticleRecord,
  articleRecord,
  dateTime,
  type EarlierVersionRecord,
  hostName,
  type ImageRecord,
  MAX_EXCERPT_LENGTH,
  MAX_NAME_LENGTH,
  MAX_RELATED_ARTICLES,
  MAX_TITLE_LENGTH,
  PLAIN_ARTICLE_FIELDS,
  PLAIN_RECORD_FIELDS,
  type ProviderRecord,
  type RelatedRecord,
  relatedRecord,
} from "./article-record.ts";
import { MAX_EARLIER_VERSIONS } from "./earlier-version.ts";
import { FieldReader, type RecordSource } from "./field-reader.ts";
import { Fields } from "./fields.ts";
import { present } from "./present.ts";
import type { Problem } from "./problem.ts";
import { isAmbiguousDate, mendTime } from "./time-text.ts";

/** The record, or `null` when it had to be rejected, and all problems that were found. */
export interface ReadResult {
  readonly record: ArticleRecord | null;
  readonly problems: readonly Problem[];
}

/**
 * Makes a record out of parsed YAML or JSON of unknown shape (`Map` or object).
 *
 * Each field is treated by itself: it is repaired if possible, else dropped. Only a record without title, outlet
 * or http(s) address is rejected. Everything that was done is reported.
 */
export function readRecord(value: unknown, source: RecordSource): ReadResult {
  const reader = new FieldReader(source);
  const record = new RecordReader(reader).article(value);
  return { record, problems: reader.problems };
}

const RELATED_FIELDS = Object.keys(relatedRecord.shape);
const ARTICLE_FIELDS = Object.keys(articleRecord.shape);

class RecordReader {
  readonly #read: FieldReader;

  constructor(read: FieldReader) {
    this.#read = read;
  }

  article(value: unknown): ArticleRecord | null {
    const fields = Fields.of(value, "");
    if (fields === null) {
      this.#read.report("", "rejected", "expected a record with named fields", value);
      return null;
    }
    const shared = this.#shared(fields, "rejected", ARTICLE_FIELDS);
    if (shared === null) return null;
    return present({
      ...shared,
      ...this.#read.plain(fields, PLAIN_RECORD_FIELDS),
      related: this.#relatedOf(fields),
      featuredContent: this.#read.opaque(fields, "featuredContent"),
      secured: this.#read.opaque(fields, "secured"),
    });
  }

  #relatedOf(fields: Fields): RelatedRecord[] | undefined {
    const all = this.#read.list(fields, "related", (item, path) => this.#related(item, path));
    if (all === undefined || all.length <= MAX_RELATED_ARTICLES) return all;
    const expected = `expected at most ${MAX_RELATED_ARTICLES} related articles`;
    this.#read.report("related", "dropped", expected, all.length);
    return all.slice(0, MAX_RELATED_ARTICLES);
  }

  #related(value: unknown, path: string): RelatedRecord | undefined {
    const fields = Fields.of(value, path);
    if (fields !== null) return this.#shared(fields, "dropped", RELATED_FIELDS) ?? undefined;
    this.#read.report(path, "dropped", "expected a related article with named fields", value);
    return undefined;
  }

  /** The fields that a record and a related article have in common; `null` when the article cannot be used. */
  #shared(
    fields: Fields,
    unusable: "rejected" | "dropped",
    known: readonly string[],
  ): RelatedRecord | null {
    for (const name of fields.names())
      if (!known.includes(name))
        this.#read.report(fields.at(name), "dropped", "expected a field of the format", name);

    const addresses = {
      originalUrl: this.#read.address(fields, "originalUrl"),
      webUrl: this.#read.address(fields, "webUrl"),
      ampWebUrl: this.#read.address(fields, "ampWebUrl"),
      cdnAmpWebUrl: this.#read.address(fields, "cdnAmpWebUrl"),
    };
    const title = this.#read.text(fields, "title", MAX_TITLE_LENGTH);
    const provider = this.#provider(fields, addresses.webUrl ?? addresses.originalUrl);
    if (title === undefined) {
      this.#read.report(fields.at("title"), unusable, "expected a title", fields.get("title"));
      return null;
    }
    if (addresses.webUrl === undefined && addresses.originalUrl === undefined) {
      const message = "expected an http or https address in webUrl or originalUrl";
      this.#read.report(fields.at("webUrl"), unusable, message, fields.get("webUrl"));
      return null;
    }
    if (provider === undefined) {
      const message = "expected an outlet with name and domain";
      this.#read.report(fields.at("provider"), unusable, message, fields.get("provider"));
      return null;
    }
    return present({
      title,
      excerpt: this.#read.text(fields, "excerpt", MAX_EXCERPT_LENGTH),
      publishedDateTime: this.#time(fields, "publishedDateTime"),
      ...addresses,
      type: this.#type(fields),
      provider,
      ...this.#read.plain(fields, PLAIN_ARTICLE_FIELDS),
      marks: this.#marks(fields),
      topics: this.#read.list(fields, "topics", (item, path) => this.#read.name(item, path)),
      images: this.#images(fields),
      history: this.#history(fields),
    });
  }

  /** The latest versions, in order of time. */
  #history(fields: Fields): EarlierVersionRecord[] | undefined {
    const all = this.#read.list(fields, "history", (item, path) => {
      const version = Fields.of(item, path);
      const title = version && this.#read.text(version, "title", MAX_TITLE_LENGTH);
      const replacedDateTime = version && this.#time(version, "replacedDateTime");
      if (!version || !title || !replacedDateTime) {
        const expected = "expected a version with title and replacedDateTime";
        this.#read.report(path, "dropped", expected, item);
        return undefined;
      }
      const excerpt = this.#read.text(version, "excerpt", MAX_EXCERPT_LENGTH);
      return present({ title, excerpt, replacedDateTime });
    });
    if (!all?.length) return undefined;
    const timeOf = ({ replacedDateTime }: EarlierVersionRecord) => Date.parse(replacedDateTime);
    const inOrder = all.toSorted((a, b) => timeOf(a) - timeOf(b));
    if (inOrder.some((version, i) => version !== all[i]))
      this.#read.report(
        fields.at("history"),
        "repaired",
        "expected the earliest first",
        all.length,
      );
    if (inOrder.length > MAX_EARLIER_VERSIONS) {
      const expected = `expected at most ${MAX_EARLIER_VERSIONS} versions; took the latest`;
      this.#read.report(fields.at("history"), "dropped", expected, all.length);
    }
    return inOrder.slice(-MAX_EARLIER_VERSIONS);
  }

  #provider(fields: Fields, address: string | undefined): ProviderRecord | undefined {
    const path = fields.at("provider");
    const provider = Fields.of(fields.get("provider") ?? new Map(), path);
    if (provider === null) return undefined;
    const host =
      address === undefined
        ? undefined
        : hostOfName(new URL(address).hostname).replace(/^www\./, "");
    let domain = this.#read.valid(
      provider,
      "domain",
      hostName,
      "a host name such as example.com",
      (value) => (typeof value === "string" ? hostOfName(value) : value),
    );
    let name = this.#read.text(provider, "name", MAX_NAME_LENGTH);
    if (domain === undefined && host !== undefined) {
      domain = hostName.safeParse(host).data;
      const message =
        domain === undefined
          ? "expected a host name in the address"
          : "took the host of the address";
      const severity = domain === undefined ? "dropped" : "repaired";
      this.#read.report(provider.at("domain"), severity, message, host);
    }
    if (name === undefined && domain !== undefined) {
      name = domain;
      this.#read.report(provider.at("name"), "repaired", "took the domain for the name", domain);
    }
    if (name === undefined || domain === undefined) return undefined;
    return present({ name, domain, images: this.#images(provider) });
  }

  #images(fields: Fields): ImageRecord[] | undefined {
    return this.#read.list(fields, "images", (item, path) => {
      const image = Fields.of(item, path);
      const url = image && this.#read.address(image, "url");
      if (!image || url === undefined || url === null) {
        this.#read.report(path, "dropped", "expected an image with an http or https address", item);
        return undefined;
      }
      return present({
        url,
        width: this.#read.number(image, "width", wholeNumber),
        height: this.#read.number(image, "height", wholeNumber),
        isCached: this.#read.flag(image, "isCached"),
        title: this.#read.text(image, "title", MAX_TITLE_LENGTH),
      });
    });
  }

  /** Each mark once; another word is dropped, since a user would be told what nobody said. */
  #marks(fields: Fields): ArticleMark[] | undefined {
    const marks = this.#read.list(fields, "marks", (item, path) => {
      const written = typeof item === "string" ? item.trim().toLowerCase() : item;
      const mark = ARTICLE_MARKS.find((one) => one === written);
      const expected = `expected one of ${ARTICLE_MARKS.join(", ")}`;
      if (mark !== item)
        this.#read.report(path, mark === undefined ? "dropped" : "repaired", expected, item);
      return mark;
    });
    return marks?.length ? [...new Set(marks)] : undefined;
  }

  #type(fields: Fields): "article" | "video" {
    const type = fields.get("type");
    if (type === "article" || type === "video") return type;
    this.#read.report(
      fields.at("type"),
      "repaired",
      "expected “article” or “video”; took “article”",
      type,
    );
    return "article";
  }

  #time(fields: Fields, name: string): string | undefined {
    const value = fields.get(name);
    const expected =
      typeof value === "string" && isAmbiguousDate(value)
        ? "a date whose day and month cannot be mistaken for each other: put the year first, as in 2024-10-03"
        : "a time such as 2022-04-15T17:04:00Z, between 1600 and 2100";
    return this.#read.valid(fields, name, dateTime, expected, mendTime);
  }
}

/** A host name trimmed, in lower case, and without the dot that ends a fully qualified name. */
function hostOfName(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, "");
}

/** The nearest whole number, or `NaN` when it is too large to be exact. */
function wholeNumber(value: number): number {
  const rounded = Math.round(value);
  return Number.isSafeInteger(rounded) ? rounded : Number.NaN;
}
