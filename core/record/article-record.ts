import * as z from "zod/mini";
import { parseHttpUrl } from "../url/http-url.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";
import { MAX_EARLIER_VERSIONS } from "./earlier-version.ts";

/** The longest title, excerpt and name that are kept, in UTF-16 code units; longer ones are cut. */
export const MAX_TITLE_LENGTH = 1000;
export const MAX_EXCERPT_LENGTH = 5000;
export const MAX_NAME_LENGTH = 200;

const title = z.string().check(z.minLength(1), z.maxLength(MAX_TITLE_LENGTH));
const name = z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH));
const wholeNumber = z.number().check(z.int());

/** A host on the web has a name of two labels or more and is not an IP address. */
const PUBLIC_HOST = /\.[a-z][a-z\d-]+\.?$/;

/** An http(s) address on a host with a name, kept as the data has it. */
export const httpAddress = z
  .string()
  .check(
    z.refine(
      (text) => PUBLIC_HOST.test(parseHttpUrl(text)?.hostname ?? ""),
      "an http or https address",
    ),
  );

/** A host name such as `futurism.com`. */
export const hostName = z
  .string()
  .check(z.maxLength(253), z.regex(/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9-]+$/));

/** A time such as `2022-04-15T17:04:00Z`: ISO 8601 to the minute or finer, UTC or with an offset. */
export const dateTime = z
  .string()
  .check(
    z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/),
    z.refine(isPlausibleTime, "a date between 1600 and 2100"),
  );

/** Checks the day as well, because `Date.parse` of some engines reads 30 February as 2 March. */
function isPlausibleTime(text: string): boolean {
  const time = Date.parse(text);
  const midnight = new Date(`${text.slice(0, 10)}T00:00Z`);
  const isDay = midnight.getUTCDate() === Number(text.slice(8, 10));
  return isDay && time >= Date.UTC(1600) && time < Date.UTC(2100);
}

export const imageRecord = z.object({
  url: httpAddress,
  width: z.optional(wholeNumber),
  height: z.optional(wholeNumber),
  isCached: z.optional(z.boolean()),
  title: z.optional(title),
});

export const providerRecord = z.object({
  name: name,
  domain: hostName,
  images: z.optional(z.array(imageRecord)),
});

/**
 * The plain fields of an article: optional, and one line of text, a number, or true or false. A field
 * that is declared here or in `PLAIN_RECORD_FIELDS` needs no more code to be read from every format,
 * mended, kept, exported, and described in the JSON Schema.
 */
export const PLAIN_ARTICLE_FIELDS = {
  /** Open-ended score, not capped at 100; absent is "not rated". */
  quality: z.optional(z.number()),
  /** −1 is "unknown". */
  heat: z.optional(z.number()),
  /** As the data has it: `en`, `en-GB`. */
  language: z.optional(name),
};

/** The plain fields that only an article with a record of its own has. */
export const PLAIN_RECORD_FIELDS = {
  category: z.optional(name),
  published: z.optional(z.boolean()),
  removed: z.optional(z.boolean()),
};

/** All plain fields. */
export const PLAIN_FIELDS = { ...PLAIN_ARTICLE_FIELDS, ...PLAIN_RECORD_FIELDS };
export type PlainField = keyof typeof PLAIN_FIELDS;

export type PlainSchema = z.ZodMiniOptional<z.ZodMiniString | z.ZodMiniNumber | z.ZodMiniBoolean>;

/** How the value of a plain field is read and written. A text is one line of at most `MAX_NAME_LENGTH`. */
export function plainKind(schema: PlainSchema): "text" | "number" | "flag" {
  const { type } = schema.def.innerType.def;
  if (type === "number") return "number";
  return type === "boolean" ? "flag" : "text";
}

/** The names of the fields of one of these lists, in the order in which they are declared. */
export function fieldNames<Shape extends object>(shape: Shape): (keyof Shape & string)[] {
  return Object.keys(shape) as (keyof Shape & string)[];
}

/** What an article said before it was changed. */
export const earlierVersionRecord = z.object({
  title,
  excerpt: z.optional(z.string().check(z.maxLength(MAX_EXCERPT_LENGTH))),
  replacedDateTime: dateTime,
});

/** An article as another article's record names it. */
export const relatedRecord = z.object({
  title,
  excerpt: z.optional(z.string().check(z.maxLength(MAX_EXCERPT_LENGTH))),
  publishedDateTime: z.optional(dateTime),
  originalUrl: z.optional(httpAddress),
  webUrl: z.optional(httpAddress),
  ampWebUrl: z.optional(httpAddress),
  cdnAmpWebUrl: z.optional(httpAddress),
  type: z.enum(["article", "video"]),
  provider: providerRecord,
  ...PLAIN_ARTICLE_FIELDS,
  /** What it is besides an article or a video. */
  marks: z.optional(z.array(z.enum(ARTICLE_MARKS))),
  topics: z.optional(z.array(name)),
  images: z.optional(z.array(imageRecord)),
  /** Its earlier versions, the earliest first. */
  history: z.optional(z.array(earlierVersionRecord).check(z.maxLength(MAX_EARLIER_VERSIONS))),
});

/** The most related articles of a record. The longest of 5,632 real records has 179. */
export const MAX_RELATED_ARTICLES = 4096;

/**
 * One article of a data set, with the field names of the format and repaired text. At least one of
 * `webUrl` and `originalUrl` is there.
 */
export const articleRecord = z.object({
  ...relatedRecord.shape,
  ...PLAIN_RECORD_FIELDS,
  related: z.optional(z.array(relatedRecord)),
  /** Raw HTML from the publisher: kept for export, never rendered. */
  featuredContent: z.optional(z.string()),
  /** `base64;base64`, the publisher's cipher text: opaque, kept byte for byte. */
  secured: z.optional(z.string()),
});

export type ImageRecord = z.infer<typeof imageRecord>;
export type EarlierVersionRecord = z.infer<typeof earlierVersionRecord>;
export type ProviderRecord = z.infer<typeof providerRecord>;
export type RelatedRecord = z.infer<typeof relatedRecord>;
export type ArticleRecord = z.infer<typeof articleRecord>;
