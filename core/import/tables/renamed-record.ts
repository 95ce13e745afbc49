import { Fields } from "../../record/fields.ts";
import { type FoundColumns, findColumns, type TableField } from "./columns.ts";
import { TableRecord } from "./table-record.ts";

/** Fields whose cell is a list as JSON text. */
const LISTS: ReadonlySet<TableField> = new Set([
  "topics",
  "image",
  "images",
  "provider.images",
  "related",
]);

/** Turns objects that call their fields as tables call their columns into what `readRecord` takes. */
export class RenamedRecords {
  /** The fields of the object before: those of the next are mostly the same. */
  #names = "";
  #columns: FoundColumns = findColumns([]);

  /**
   * The object with the record's names for `url`, `publishedAt`, `source.name` (of `{source: {name}}`)
   * and the like. What has no such name stays as it is, for `readRecord` to report; so does an object that
   * has a record's own address, and any other value.
   */
  of(value: unknown): unknown {
    const fields = Fields.of(value, "");
    if (fields === null || (fields.get("webUrl") ?? fields.get("originalUrl")) !== undefined)
      return value;
    const entries = flatEntries(fields);
    const { indexes, missing } = this.#columnsOf(entries.map(([name]) => name));
    if (missing.includes("url")) return value;
    const fieldAt = new Map(Array.from(indexes, ([field, index]) => [index, field]));
    const rest: [name: string, value: unknown][] = [];
    const cells = entries.map(([name, content], index) => {
      const cell = cellOf(content, fieldAt.get(index));
      if (cell === null && content !== undefined) rest.push([name, content]);
      return cell ?? "";
    });
    const record = new TableRecord(indexes).of(cells);
    for (const [name, content] of rest) if (!record.has(name)) record.set(name, content);
    return record;
  }

  #columnsOf(names: readonly string[]): FoundColumns {
    const joined = names.join("\n");
    if (joined !== this.#names) {
      this.#names = joined;
      this.#columns = findColumns(names);
    }
    return this.#columns;
  }
}

/** The fields, and those of objects in them by both names with a dot between. */
function flatEntries(fields: Fields): [name: string, value: unknown][] {
  return fields.names().flatMap((name): [string, unknown][] => {
    const value = fields.get(name);
    const inner = Fields.of(value, name);
    if (inner === null) return [[name, value]];
    return inner.names().map((innerName) => [inner.at(innerName), inner.get(innerName)]);
  });
}

/** The value as the cell of a table; `null` for what a cell of this field cannot hold. */
function cellOf(value: unknown, field: TableField | undefined): string | null {
  if (field === undefined) return null;
  if (Array.isArray(value)) return LISTS.has(field) ? jsonText(value) : null;
  return typeof value === "object" || value === undefined ? null : String(value);
}

function jsonText(list: readonly unknown[]): string {
  return JSON.stringify(list, (_, value: unknown) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
}
