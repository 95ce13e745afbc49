import { fieldNames, PLAIN_FIELDS, type PlainField } from "../../record/article-record.ts";

/** What a column of a table may hold besides the plain fields; a name with a dot is our own export's. */
const OTHER_FIELDS = [
  "title",
  "url",
  "hostname",
  "publisher",
  "timestamp",
  "excerpt",
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
  "featuredContent",
  "secured",
] as const;

export type TableField = (typeof OTHER_FIELDS)[number] | PlainField;

/** What a column of a table may hold; where one name means two fields, the first one takes the column. */
export const TABLE_FIELDS: readonly TableField[] = [...OTHER_FIELDS, ...fieldNames(PLAIN_FIELDS)];

/** A table without these two columns is not read. */
export const REQUIRED_FIELDS = ["title", "url"] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** For some fields the column: its name in the header, or its number from 0. */
export type ColumnMapping = { readonly [field in TableField]?: string | number };

/** The column mapping that the user gave for all tables with a certain header. */
export interface TableColumns {
  readonly header: readonly string[];
  readonly columns: ColumnMapping;
}

/** For some fields the name of the column that their content suggests. */
export type ColumnGuess = { readonly [field in TableField]?: string };

/**
 * The names of a column, or of a field of JSON, the best one first; case, blanks and punctuation make
 * no difference. A field that is not listed has its own name alone.
 */
const SYNONYMS: { readonly [field in TableField]?: readonly string[] } = {
  title: ["title", "headline"],
  url: ["webUrl", "url", "link", "canonical"],
  hostname: ["hostname", "domain", "host"],
  publisher: [
    "provider.name",
    "publisher.name",
    "source.name",
    "publisher",
    "outlet",
    "source",
    "provider",
    "site name",
  ],
  timestamp: [
    "publishedDateTime",
    "publishedAt",
    "datePublished",
    "pubDate",
    "timestamp",
    "time",
    "date",
    "published",
    "first_seen",
  ],
  excerpt: ["excerpt", "description", "summary"],
  quality: ["quality", "score", "rating"],
  topics: ["topics", "tags", "keywords"],
  language: ["language", "lang", "inLanguage"],
  image: ["image", "urlToImage"],
};

/** The names by which a column of a field is known, the best one first. */
export function columnNames(field: TableField): readonly string[] {
  return SYNONYMS[field] ?? [field];
}

/** The column of each field that a header has, and the required fields that it lacks. */
export interface FoundColumns {
  readonly indexes: ReadonlyMap<TableField, number>;
  readonly missing: readonly RequiredField[];
}

/** Finds the columns of fields in a header, first by the given mapping, then by name. Each column is used once. */
export function findColumns(header: readonly string[], given: ColumnMapping = {}): FoundColumns {
  const names = header.map(plainName);
  const indexes = new Map<TableField, number>();
  const taken = new Set<number>();
  const take = (field: TableField, index: number) => {
    if (index < 0 || taken.has(index) || indexes.has(field)) return;
    indexes.set(field, index);
    taken.add(index);
  };
  for (const field of TABLE_FIELDS) {
    const name = given[field];
    if (name === undefined) continue;
    if (typeof name === "number") {
      take(field, name < header.length ? name : -1);
      continue;
    }
    const exact = header.indexOf(name);
    take(field, exact >= 0 ? exact : names.indexOf(plainName(name)));
  }
  for (const field of TABLE_FIELDS)
    for (const name of columnNames(field)) take(field, names.indexOf(plainName(name)));
  return { indexes, missing: REQUIRED_FIELDS.filter((field) => !indexes.has(field)) };
}

/** Guesses the columns of title and address from the cells of the first rows. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnGuess {
  const cells = (column: number) => rows.map((row) => row[column] ?? "");
  const url = header.findIndex(
    (_, column) => rows.length > 0 && cells(column).every((cell) => /^\s*https?:\/\//i.test(cell)),
  );
  // The column with the most letters, since dates and scores have few; addresses do not count.
  const lengths = header.map((_, column) =>
    cells(column)
      .filter((cell) => !/^\s*https?:\/\//i.test(cell))
      .reduce((length, cell) => length + (cell.match(/\p{L}/gu)?.length ?? 0), 0),
  );
  const longest = Math.max(0, ...lengths);
  const title = longest === 0 ? -1 : lengths.indexOf(longest);
  const titleName = header[title];
  const urlName = header[url];
  return {
    ...(titleName !== undefined && { title: titleName }),
    ...(urlName !== undefined && { url: urlName }),
  };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
