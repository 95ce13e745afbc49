import { fieldNames, PLAIN_FIELDS, type PlainField } from "../../record/article-record.ts";

/** What a column of a table may hold besides the plain fields; a name with a dot is our own export's. */
const OTHER_FIELDS = [
  "title",
  "url",
  "hostname",
  "publisher",
  "timestamp",
  "timeOfDay",
  "excerpt",
  "marks",
  "topics",
  "type",
  "image",
  "originalUrl",
  "ampWebUrl",
  "cdnAmpWebUrl",
  "provider.domain",
  "provider.images",
  "images",
  "related",
  "history",
  "featuredContent",
  "secured",
] as const;

export type TableField = (typeof OTHER_FIELDS)[number] | PlainField;

/** What a column of a table may hold; where one name means two fields, the first one takes the column. */
export const TABLE_FIELDS: readonly TableField[] = [...OTHER_FIELDS, ...fieldNames(PLAIN_FIELDS)];

/** A table without these two columns is not read. */
export const REQUIRED_FIELDS = ["title", "url"] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];
