import * as z from "zod/mini";
import {
  type ArticleRecord,
  articleRecord,
  type EarlierVersionRecord,
  earlierVersionRecord,
  type ImageRecord,
  imageRecord,
  type ProviderRecord,
  providerRecord,
  relatedRecord,
} from "../../core/record/article-record.ts";

/**
 * What each field means; the compiler requires a text for each. The texts are here and not in the schema
 * itself, so that the extension does not carry them.
 */
const MEANINGS = {
  title: "Headline: one line of plain text.",
  excerpt: "Summary: one line of plain text.",
  publishedDateTime:
    "When it was published, to the second or finer, UTC or with an offset; 1600 to 2099.",
  webUrl: "Address of the page that a user opens. This or originalUrl must be present.",
  originalUrl: "The first address of the article.",
  ampWebUrl: "Address of its AMP page.",
  cdnAmpWebUrl: "Address of its AMP page in a cache.",
  type: "Kind of piece.",
  provider: "The outlet.",
  quality: "Score of the piece; open-ended, not capped at 100. Absent: not rated.",
  heat: "How much it is talked about; −1: unknown.",
  marks:
    "What it is besides an article or a video: paywall is paid access, agency an agency's text.",
  topics: "What it is about.",
  images: "Pictures of the piece.",
  history: "What it said before its outlet changed it, the earliest version first.",
  category: "Section of the outlet.",
  language: "Language of the piece, as a BCP 47 tag: en, en-GB.",
  published: "The publisher's note about its own site; has no effect here.",
  removed: "The publisher's note about its own site; has no effect here.",
  related: "Other articles on the same story, as the publisher of the data names them.",
  featuredContent: "Raw HTML of the publisher: kept, never shown.",
  secured: "Two texts in base64 with a semicolon between, opaque: kept byte for byte.",
} as const satisfies Record<keyof ArticleRecord, string>;

const VERSION_MEANINGS = {
  title: "Headline of that version.",
  excerpt: "Summary of that version.",
  replacedDateTime: "When the next version was first seen.",
} as const satisfies Record<keyof EarlierVersionRecord, string>;

const IMAGE_MEANINGS = {
  url: "Address of the picture.",
  width: "In pixels.",
  height: "In pixels.",
  isCached: "Whether the publisher keeps a copy.",
  title: "What it shows.",
} as const satisfies Record<keyof ImageRecord, string>;

const PROVIDER_MEANINGS = {
  name: "Name as its audience knows it.",
  domain: "Its host name, in lower case: example.com.",
  images: "Its logos.",
} as const satisfies Record<keyof ProviderRecord, string>;

/** The JSON Schema (2020-12) of a record, as the text of `docs/article-record.schema.json`. */
export function recordSchemaText(): string {
  const meanings = new Map<object, Readonly<Record<string, string>>>([
    [articleRecord, MEANINGS],
    [relatedRecord, MEANINGS],
    [imageRecord, IMAGE_MEANINGS],
    [earlierVersionRecord, VERSION_MEANINGS],
    [providerRecord, PROVIDER_MEANINGS],
  ]);
  const schema = z.toJSONSchema(articleRecord, {
    io: "input",
    override({ zodSchema, jsonSchema }) {
      const own = meanings.get(zodSchema);
      for (const [name, field] of Object.entries(jsonSchema.properties ?? {}))
        if (typeof field === "object" && own?.[name] !== undefined) field.description = own[name];
    },
  });
  const titled = {
    ...schema,
    title: "Article record",
    anyOf: [{ required: ["webUrl"] }, { required: ["originalUrl"] }],
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
