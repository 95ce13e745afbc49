import {
  dateTime,
  fieldNames,
  PLAIN_FIELDS,
  type PlainSchema,
  plainKind,
} from "../../record/article-record.ts";
import { mendTime } from "../../record/time-text.ts";
import { isShallow } from "../text/json-depth.ts";
import type { TableField } from "./columns.ts";

/**
 * Turns the rows of a table into what `readRecord` takes.
 *
 * What the table says in its own way is told in the record's: that is no repair. What cannot be
 * used is passed on as it is, for `readRecord` to report.
 */
export class TableRecord {
  readonly #indexes: ReadonlyMap<TableField, number>;

  /** @param indexes column of each field */
  constructor(indexes: ReadonlyMap<TableField, number>) {
    this.#indexes = indexes;
  }

  /** The fields of a row by the record's names. */
  of(cells: readonly string[]): Map<string, unknown> {
    const cell = (field: TableField): string => cells[this.#indexes.get(field) ?? -1] ?? "";
    const record = new Map<string, unknown>();
    for (const field of ["title", "excerpt"] as const)
      if (cell(field) !== "") record.set(field, cell(field));
    for (const [name, field] of ADDRESSES)
      if (cell(field) !== "") record.set(name, opaqueText(cell(field)));
    if (cell("timestamp").trim() !== "")
      record.set("publishedDateTime", timeOf(cell("timestamp").trim()));
    record.set("type", cell("type") === "" ? "article" : cell("type").trim());
    const address = record.get("webUrl") ?? record.get("originalUrl");
    record.set("provider", providerOf(cell, typeof address === "string" ? address : ""));
    for (const name of fieldNames(PLAIN_FIELDS))
      if (cell(name).trim() !== "") record.set(name, plainValue(cell(name), PLAIN_FIELDS[name]));
    if (cell("topics").trim() !== "") record.set("topics", topicsOf(cell("topics").trim()));
    const images = cell("images") === "" ? cell("image") : cell("images");
    if (images.trim() !== "") record.set("images", imagesOf(images.trim()));
    if (cell("related").trim() !== "") record.set("related", jsonOf(cell("related")));
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
  const hostname = withoutWww(cell("hostname").trim().toLowerCase());
  const domain = cell("provider.domain") || hostname || host;
  const provider = new Map<string, unknown>();
  if (domain !== "") provider.set("domain", domain);
  const name = cell("publisher").trim() === "" ? host || domain : cell("publisher");
  if (name !== "") provider.set("name", name);
  if (cell("provider.images") !== "") provider.set("images", jsonOf(cell("provider.images")));
  return provider;
}

/** Host of an address; the URL parser is asked only where the text alone does not tell. */
function hostOf(address: string): string {
  const plain = /^https?:\/\/([a-z\d.-]+)(?=(?::\d*)?(?:[/?#]|$))/i.exec(address)?.[1];
  return plain?.toLowerCase() ?? URL.parse(address)?.hostname ?? "";
}

function withoutWww(host: string): string {
  return host.replace(/^www\.(?=[^.]+\.)|\.$/g, "");
}

/** ISO 8601 and numbers are a table's own way; what else can be read is a repair, and reported as it was found. */
function timeOf(text: string): string {
  const time = /^(?:\d{4}-|-?\d{9,}(?:\.\d+)?$)/.test(text) ? mendTime(text) : text;
  return dateTime.safeParse(time).success ? time : text;
}

function numberOf(text: string): unknown {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

function flagOf(text: string): unknown {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : text;
}

function topicsOf(text: string): unknown {
  if (text.startsWith("[")) return jsonOf(text);
  const topics = text.split(/[;|]/);
  return (topics.length > 1 ? topics : text.split(","))
    .map((topic) => topic.trim())
    .filter((topic) => topic !== "");
}

function imagesOf(text: string): unknown {
  return text.startsWith("[") ? jsonOf(text) : [new Map([["url", text]])];
}

/** The value of a cell with JSON in it; the text itself where it is none, to be reported as such. */
function jsonOf(text: string): unknown {
  if (!isShallow(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Text that our export wrote as a JSON string, as no CSV could hold it as it is. */
function opaqueText(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text;
  const value = jsonOf(text);
  return typeof value === "string" ? value : text;
}
