import {
  fieldNames,
  PLAIN_FIELDS,
  type PlainSchema,
  plainKind,
} from "../../record/article-record.ts";
import { isShallow } from "../text/json-depth.ts";
import type { TableField } from "./table-fields.ts";
import { TableTimes } from "./table-time.ts";

/**
 * Converts the rows of a table into the fields that `readRecord` reads.
 *
 * Values in a notation that is usual in tables are converted without a report. Values that cannot be used are passed
 * on unchanged, for `readRecord` to report.
 */
export class TableRecord {
  readonly #indexes: ReadonlyMap<TableField, number>;
  readonly #times: TableTimes;

  /**
   * @param indexes the column of each field, from 0
   * @param times what is known of the notation of its times
   */
  constructor(indexes: ReadonlyMap<TableField, number>, times = new TableTimes()) {
    this.#indexes = indexes;
    this.#times = times;
  }

  /** Looks at the times of a row before rows are read, to learn their notation. */
  learn(cells: readonly string[]): void {
    this.#times.learn(cells[this.#indexes.get("timestamp") ?? -1] ?? "");
  }

  /** The fields of a row, with the names of a record. */
  of(cells: readonly string[]): Map<string, unknown> {
    const cell = (field: TableField): string => cells[this.#indexes.get(field) ?? -1] ?? "";
    const record = new Map<string, unknown>();
    for (const field of ["title", "excerpt"] as const)
      if (cell(field) !== "") record.set(field, cell(field));
    for (const [name, field] of ADDRESSES)
      if (cell(field) !== "") record.set(name, opaqueText(cell(field)));
    if (cell("timestamp").trim() !== "")
      record.set(
        "publishedDateTime",
        this.#times.read(cell("timestamp").trim(), cell("timeOfDay")),
      );
    record.set("type", cell("type") === "" ? "article" : cell("type").trim());
    const address = record.get("webUrl") ?? record.get("originalUrl");
    record.set("provider", providerOf(cell, typeof address === "string" ? address : ""));
    for (const name of fieldNames(PLAIN_FIELDS))
      if (cell(name).trim() !== "") record.set(name, plainValue(cell(name), PLAIN_FIELDS[name]));
    for (const field of ["marks", "topics"] as const)
      if (cell(field).trim() !== "") record.set(field, wordsOf(cell(field).trim()));
    const images = cell("images") === "" ? cell("image") : cell("images");
    if (images.trim() !== "") record.set("images", imagesOf(images.trim()));
    for (const field of ["related", "history"] as const)
      if (cell(field).trim() !== "") record.set(field, jsonOf(cell(field)));
    for (const field of ["featuredContent", "secured"] as const)
      if (cell(field) !== "") record.set(field, opaqueText(cell(field)));
    return record;
  }
}

function plainValue(cell: string, schema: PlainSchema): unknown {
  const kind = plainKind(schema);
  if (kind === "number") return numberOf(cell);
  return kind === "flag" ? flagOf(cell.trim()) : cell;
}

const ADDRESSES = [
  ["originalUrl", "originalUrl"],
  ["webUrl", "url"],
  ["ampWebUrl", "ampWebUrl"],
  ["cdnAmpWebUrl", "cdnAmpWebUrl"],
] as const;

function providerOf(cell: (field: TableField) => string, address: string): Map<string, unknown> {
  const host = withoutWww(hostOf(address));
  const hostname = withoutWww(
    hostOf(cell("hostname").trim()) || cell("hostname").trim().toLowerCase(),
  );
  const domain = cell("provider.domain") || hostname || host;
  const provider = new Map<string, unknown>();
  if (domain !== "") provider.set("domain", domain);
  const name = cell("publisher").trim() === "" ? host || domain : cell("publisher");
  if (name !== "") provider.set("name", name);
  if (cell("provider.images") !== "") provider.set("images", jsonOf(cell("provider.images")));
  return provider;
}

/** The host of an address. The URL parser is used only where a regular expression is not enough. */
function hostOf(address: string): string {
  const plain = /^https?:\/\/([a-z\d.-]+)(?=(?::\d*)?(?:[/?#]|$))/i.exec(address)?.[1];
  return plain?.toLowerCase() ?? URL.parse(address)?.hostname ?? "";
}

function withoutWww(host: string): string {
  return host.replace(/^www\.(?=[^.]+\.)|\.$/g, "");
}

function numberOf(text: string): unknown {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

function flagOf(text: string): unknown {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : text;
}

function wordsOf(text: string): unknown {
  if (text.startsWith("[")) return jsonOf(text);
  const words = text.split(/[;|]/);
  return (words.length > 1 ? words : text.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function imagesOf(text: string): unknown {
  const images = text.startsWith("[") ? jsonOf(text) : [text];
  if (!Array.isArray(images)) return images;
  return images.map((image: unknown) =>
    typeof image === "string" ? new Map([["url", image]]) : image,
  );
}

/** The value of a cell with JSON. Other text is returned unchanged, to be reported. */
function jsonOf(text: string): unknown {
  if (!isShallow(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Undoes what the CSV export does with text that a cell could not hold: it writes it as a JSON string. */
function opaqueText(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text;
  const value = jsonOf(text);
  return typeof value === "string" ? value : text;
}
