import { markup } from "../../feeds/read/feed.ts";
import { plainText } from "../../feeds/read/plain-text.ts";
import { MAX_EXCERPT_LENGTH } from "../../record/article-record.ts";
import { Fields } from "../../record/fields.ts";
import type { ReadRun } from "../run/read-run.ts";
import { plainName } from "../tables/column-names.ts";
import { type ColumnMapping, type FoundColumns, findColumns } from "../tables/columns.ts";
import type { TableField } from "../tables/table-fields.ts";
import { TableRecord } from "../tables/table-record.ts";
import { TableTimes } from "../tables/table-time.ts";
import { flatFields } from "./flat-fields.ts";

/** Fields whose cells hold a list as JSON. */
const LISTS: ReadonlySet<TableField> = new Set([
  "marks",
  "topics",
  "image",
  "images",
  "provider.images",
  "related",
  "history",
]);

/** Fields that services fill with HTML, by their plain names. */
const HTML_NAMES: ReadonlySet<string> = new Set([
  "titlerendered",
  "excerptrendered",
  "summarycontent",
]);

/** The objects of a file mostly have few different sets of fields. */
const MAX_KINDS = 64;

/** The columns that the names of an object's fields are. */
interface Kind {
  readonly found: FoundColumns;
  readonly fieldAt: ReadonlyMap<number, TableField>;
  /** Fields without a meaning here in which nothing was found yet. */
  readonly unused: Set<number>;
}

/** Receives the names of fields that were found, and of those that are not read. */
type ColumnNotes = Pick<ReadRun, "sawColumns" | "unused">;

/** Converts the objects of a file whose fields have the names of table columns into the fields of a record. */
export class RenamedRecords {
  readonly #given: ColumnMapping;
  readonly #givenNames: ReadonlySet<string>;
  readonly #run: ColumnNotes;
  readonly #kinds = new Map<string, Kind>();
  readonly #times = new TableTimes();

  /**
   * @param given the column mapping, by names
   * @param run receives the names of fields, and of those that hold something and are not read
   */
  constructor(given: ColumnMapping, run: ColumnNotes) {
    this.#given = given;
    this.#givenNames = new Set(Object.values(given).map((name) => plainName(String(name))));
    this.#run = run;
  }

  /**
   * Renames the fields `url`, `publishedAt`, `source.name` (of `{source: {name}}`) and the like of an object to those of
   * a record. An object with a record's own title and address, in which the mapping names no field, is returned
   * unchanged, and so is an object without an address and any other value.
   */
  of(value: unknown): unknown {
    const fields = Fields.of(value, "");
    if (fields === null || (this.#givenNames.size === 0 && isRecord(fields))) return value;
    const entries = flatFields(fields, this.#givenNames);
    const names = entries.map(([name]) => name);
    this.#run.sawColumns(names);
    if (isRecord(fields) && !entries.some(([name]) => this.#givenNames.has(plainName(name))))
      return value;
    const kind = this.#kindOf(names);
    if (kind.found.missing.includes("url")) return value;
    const rest: [name: string, value: unknown][] = [];
    const cells = entries.map(([name, content], index) => {
      const field = kind.fieldAt.get(index);
      if (field === undefined) return "";
      const cell = cellOf(content, field, name);
      if (cell === null && content !== undefined) rest.push([name, content]);
      return cell ?? "";
    });
    this.#noteUnused(kind, entries);
    const record = new TableRecord(kind.found.indexes, this.#times).of(cells);
    // What the field cannot hold is left for `readRecord` to report.
    for (const [name, content] of rest) if (!record.has(name)) record.set(name, content);
    return record;
  }

  #kindOf(names: readonly string[]): Kind {
    const key = names.join("\n");
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    if (this.#kinds.size === MAX_KINDS) this.#kinds.clear();
    const found = findColumns(names, this.#given);
    const fieldAt = new Map(Array.from(found.indexes, ([field, index]) => [index, field]));
    const unused = new Set(names.keys().filter((index) => !fieldAt.has(index)));
    const kind = { found, fieldAt, unused };
    this.#kinds.set(key, kind);
    return kind;
  }

  /** Of an object none of whose fields is read, only its own name is noted. */
  #noteUnused({ fieldAt, unused }: Kind, entries: readonly (readonly [string, unknown])[]): void {
    for (const index of unused) {
      const [name, content] = entries[index] ?? ["", undefined];
      if (
        content === undefined ||
        content === "" ||
        (Array.isArray(content) && content.length === 0)
      )
        continue;
      unused.delete(index);
      const outer = name.replace(/\..*/s, "");
      const isOuterUsed = fieldAt.keys().some((used) => entries[used]?.[0].startsWith(`${outer}.`));
      this.#run.unused(isOuterUsed ? name : outer);
    }
  }
}

/** Whether an object has the names of the format itself. */
function isRecord(fields: Fields): boolean {
  const address = fields.get("webUrl") ?? fields.get("originalUrl");
  return address !== undefined && fields.get("title") !== undefined;
}

/** The value as the cell of a table; `null` when a cell of this field cannot hold it. */
function cellOf(value: unknown, field: TableField, name: string): string | null {
  if (Array.isArray(value)) {
    if (LISTS.has(field)) return jsonText(field === "topics" ? value.map(topicOf) : value);
    return value.length === 1 && typeof value[0] === "string" ? value[0] : null;
  }
  if (value === undefined || typeof value === "object") return null;
  if (field === "timestamp" && typeof value === "boolean") return null;
  const text = String(value);
  return HTML_NAMES.has(plainName(name)) ? plainText(markup(text), MAX_EXCERPT_LENGTH) : text;
}

/** The name of a topic that is an object, as in `{name: "subject", value: "Ferries"}`. */
function topicOf(topic: unknown): unknown {
  const fields = Fields.of(topic, "");
  if (fields === null) return topic;
  return (
    fields.get("value") ?? fields.get("label") ?? fields.get("name") ?? fields.get("term") ?? topic
  );
}

function jsonText(list: readonly unknown[]): string {
  return JSON.stringify(list, (_, value: unknown) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
}
