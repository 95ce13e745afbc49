import type * as z from "zod/mini";
import { repairText } from "../text/repair-text.ts";
import {
  type ArticleRecord,
  articleRecord,
  dateTime,
  hostName,
  httpAddress,
  type ImageRecord,
  MAX_EXCERPT_LENGTH,
  MAX_NAME_LENGTH,
  MAX_TITLE_LENGTH,
  type ProviderRecord,
  type RelatedRecord,
} from "./article-record.ts";
import { Fields } from "./fields.ts";
import { present } from "./present.ts";
import { type Problem, shortValue } from "./problem.ts";

/** Where a record comes from, for its problems. */
export interface RecordSource {
  readonly file: string;
  lineOf(path: string): number | null;
}

/** The record, or `null` when it had to be rejected, and all that was not as it should be. */
export interface ReadResult {
  readonly record: ArticleRecord | null;
  readonly problems: readonly Problem[];
}

/**
 * Makes a record out of parsed YAML or JSON of unknown shape (`Map` or object).
 *
 * Lenient by field: what can be mended is mended, an unusable optional field is dropped, and only
 * a record without title, outlet or any http(s) address is rejected. Everything done is reported.
 */
export function readRecord(value: unknown, source: RecordSource): ReadResult {
  const reader = new RecordReader(source);
  const record = reader.article(value);
  return { record, problems: reader.problems };
}

const RELATED_FIELDS = [
  "title",
  "excerpt",
  "publishedDateTime",
  "originalUrl",
  "webUrl",
  "ampWebUrl",
  "cdnAmpWebUrl",
  "type",
  "provider",
  "quality",
  "heat",
  "topics",
  "images",
];
const ARTICLE_FIELDS = Object.keys(articleRecord.shape);

class RecordReader {
  readonly problems: Problem[] = [];
  readonly #source: RecordSource;

  constructor(source: RecordSource) {
    this.#source = source;
  }

  article(value: unknown): ArticleRecord | null {
    const fields = Fields.of(value, "");
    if (fields === null) {
      this.#report("", "rejected", "expected a record with named fields", value);
      return null;
    }
    const shared = this.#shared(fields, "rejected", ARTICLE_FIELDS);
    if (shared === null) return null;
    return present({
      ...shared,
      category: this.#text(fields, "category", MAX_NAME_LENGTH),
      published: this.#flag(fields, "published"),
      removed: this.#flag(fields, "removed"),
      related: this.#list(fields, "related", (item, path) => this.#related(item, path)),
      featuredContent: this.#opaque(fields, "featuredContent"),
      secured: this.#opaque(fields, "secured"),
    });
  }

  #related(value: unknown, path: string): RelatedRecord | undefined {
    const fields = Fields.of(value, path);
    if (fields !== null) return this.#shared(fields, "dropped", RELATED_FIELDS) ?? undefined;
    this.#report(path, "dropped", "expected a related article with named fields", value);
    return undefined;
  }

  /** What a record and a related article have in common; `null` when it cannot be used. */
  #shared(
    fields: Fields,
    unusable: "rejected" | "dropped",
    known: readonly string[],
  ): RelatedRecord | null {
    for (const name of fields.names())
      if (!known.includes(name))
        this.#report(fields.at(name), "dropped", "expected a field of the format", name);

    const addresses = {
      originalUrl: this.#valid(fields, "originalUrl", httpAddress, "an http or https address"),
      webUrl: this.#valid(fields, "webUrl", httpAddress, "an http or https address"),
      ampWebUrl: this.#valid(fields, "ampWebUrl", httpAddress, "an http or https address"),
      cdnAmpWebUrl: this.#valid(fields, "cdnAmpWebUrl", httpAddress, "an http or https address"),
    };
    const title = this.#text(fields, "title", MAX_TITLE_LENGTH);
    const provider = this.#provider(fields, addresses.webUrl ?? addresses.originalUrl);
    if (title === undefined) {
      this.#report(fields.at("title"), unusable, "expected a title", fields.get("title"));
      return null;
    }
    if (addresses.webUrl === undefined && addresses.originalUrl === undefined) {
      const message = "expected an http or https address in webUrl or originalUrl";
      this.#report(fields.at("webUrl"), unusable, message, fields.get("webUrl"));
      return null;
    }
    if (provider === undefined) {
      const message = "expected an outlet with name and domain";
      this.#report(fields.at("provider"), unusable, message, fields.get("provider"));
      return null;
    }
    return present({
      title,
      excerpt: this.#text(fields, "excerpt", MAX_EXCERPT_LENGTH),
      publishedDateTime: this.#time(fields),
      ...addresses,
      type: this.#type(fields),
      provider,
      quality: this.#number(fields, "quality"),
      heat: this.#number(fields, "heat"),
      topics: this.#list(fields, "topics", (item, path) => this.#name(item, path)),
      images: this.#images(fields),
    });
  }

  #provider(fields: Fields, address: string | undefined): ProviderRecord | undefined {
    const path = fields.at("provider");
    const provider = Fields.of(fields.get("provider") ?? new Map(), path);
    if (provider === null) return undefined;
    const host =
      address === undefined ? undefined : new URL(address).hostname.replace(/^www\./, "");
    let domain = this.#valid(
      provider,
      "domain",
      hostName,
      "a host name such as example.com",
      (text) => text.trim().toLowerCase(),
    );
    let name = this.#text(provider, "name", MAX_NAME_LENGTH);
    if (domain === undefined && host !== undefined && hostName.safeParse(host).success) {
      domain = host;
      this.#report(provider.at("domain"), "repaired", "took the host of the address", host);
    }
    if (name === undefined && domain !== undefined) {
      name = domain;
      this.#report(provider.at("name"), "repaired", "took the domain for the name", domain);
    }
    if (name === undefined || domain === undefined) return undefined;
    return present({ name, domain, images: this.#images(provider) });
  }

  #images(fields: Fields): ImageRecord[] | undefined {
    return this.#list(fields, "images", (item, path) => {
      const image = Fields.of(item, path);
      const url = image && this.#valid(image, "url", httpAddress, "an http or https address");
      if (!image || url === undefined || url === null) {
        this.#report(path, "dropped", "expected an image with an http or https address", item);
        return undefined;
      }
      return present({
        url,
        width: this.#number(image, "width", wholeNumber),
        height: this.#number(image, "height", wholeNumber),
        isCached: this.#flag(image, "isCached"),
        title: this.#text(image, "title", MAX_TITLE_LENGTH),
      });
    });
  }

  #type(fields: Fields): "article" | "video" {
    const type = fields.get("type");
    if (type === "article" || type === "video") return type;
    this.#report(
      fields.at("type"),
      "repaired",
      "expected “article” or “video”; took “article”",
      type,
    );
    return "article";
  }

  #time(fields: Fields): string | undefined {
    const expected = "a time such as 2022-04-15T17:04:00Z, between 1600 and 2100";
    return this.#valid(fields, "publishedDateTime", dateTime, expected, (text) => {
      const spaced = text.trim().replace(/^(\d{4}-\d\d-\d\d) /, "$1T");
      if (/^\d{4}-\d\d-\d\d$/.test(spaced)) return `${spaced}T00:00:00Z`;
      return /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(spaced) ? `${spaced}Z` : spaced;
    });
  }

  /** A text field that must fit a schema, mended by `mend` first if need be. */
  #valid(
    fields: Fields,
    name: string,
    schema: z.ZodMiniType<string>,
    expected: string,
    mend: (text: string) => string = (text) => text.trim(),
  ): string | undefined {
    const value = fields.get(name);
    if (value === undefined || value === "") return undefined;
    if (schema.safeParse(value).success) return value as string;
    if (typeof value === "string") {
      const mended = schema.safeParse(mend(value));
      if (mended.success) {
        this.#report(fields.at(name), "repaired", `expected ${expected}`, value);
        return mended.data;
      }
    }
    this.#report(fields.at(name), "dropped", `expected ${expected}`, value);
    return undefined;
  }

  #text(fields: Fields, name: string, maxLength: number): string | undefined {
    const value = fields.get(name);
    if (value === undefined) return undefined;
    return this.#repaired(value, fields.at(name), maxLength);
  }

  #name(value: unknown, path: string): string | undefined {
    return this.#repaired(value, path, MAX_NAME_LENGTH);
  }

  #repaired(value: unknown, path: string, maxLength: number): string | undefined {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
      this.#report(path, "dropped", "expected text", value);
      return undefined;
    }
    const { text, repairs } = repairText(String(value), maxLength);
    if (repairs.length > 0) this.#report(path, "repaired", repairs.join(", "), value);
    return text === "" ? undefined : text;
  }

  #number(
    fields: Fields,
    name: string,
    mend: (value: number) => number = (value) => value,
  ): number | undefined {
    const value = fields.get(name);
    if (value === undefined) return undefined;
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    const mended = typeof number === "number" ? mend(number) : Number.NaN;
    if (!Number.isFinite(mended)) {
      this.#report(fields.at(name), "dropped", "expected a number", value);
      return undefined;
    }
    if (mended !== value) this.#report(fields.at(name), "repaired", "expected a number", value);
    return mended;
  }

  #flag(fields: Fields, name: string): boolean | undefined {
    const value = fields.get(name);
    if (value === undefined || typeof value === "boolean") return value;
    this.#report(fields.at(name), "dropped", "expected true or false", value);
    return undefined;
  }

  /** Text that is passed on as it is, byte for byte. */
  #opaque(fields: Fields, name: string): string | undefined {
    const value = fields.get(name);
    if (value === undefined || typeof value === "string") return value;
    this.#report(fields.at(name), "dropped", "expected text", value);
    return undefined;
  }

  #list<Item>(
    fields: Fields,
    name: string,
    read: (item: unknown, path: string) => Item | undefined,
  ): Item[] | undefined {
    const value = fields.get(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) {
      this.#report(fields.at(name), "dropped", "expected a list", value);
      return undefined;
    }
    return value
      .map((item, i) => read(item, `${fields.at(name)}[${i}]`))
      .filter((item) => item !== undefined);
  }

  #report(field: string, severity: Problem["severity"], message: string, value: unknown): void {
    const found =
      value === undefined
        ? "nothing"
        : shortValue(value instanceof Map ? [...value.keys()] : value);
    const { file } = this.#source;
    this.problems.push({ file, line: this.#source.lineOf(field), field, severity, message, found });
  }
}

/** The nearest whole number, or `NaN` where numbers are too large to be exact. */
function wholeNumber(value: number): number {
  const rounded = Math.round(value);
  return Number.isSafeInteger(rounded) ? rounded : Number.NaN;
}
