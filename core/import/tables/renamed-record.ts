import { Fields } from "../../record/fields.ts";
import { type FoundColumns, findColumns, type TableField } from "./columns.ts";
import { TableRecord } from "./table-record.ts";

/** Fields whose cells hold a list as JSON. */
const LISTS: ReadonlySet<TableField> = new Set([
  "topics",
  "image",
  "images",
  "provider.images",
  "related",
]);

/** Converts JSON objects whose fields have the names of table columns into the fields of a record. */
export class RenamedRecords {
  /** The field names of the last object, joined, with their columns: mostly the next object has the same. */
  #names = "";
  #columns: FoundColumns = findColumns([]);

  /**
   * Renames the fields `url`, `publishedAt`, `source.name` (of `{source: {name}}`) and the like of an object to those of
   * a record. Fields with other names are kept, for `readRecord` to report. An object with a record's own address,
   * and any other value, is returned unchanged.
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

/** The fields of an object. Those of inner objects are named by both names with a dot between. */
function flatEntries(fields: Fields): [name: string, value: unknown][] {
  return fields.names().flatMap((name): [string, unknown][] => {
    const value = fields.get(name);
    const inner = Fields.of(value, name);
    if (inner === null) return [[name, value]];
    return inner.names().map((innerName) => [inner.at(innerName), inner.get(innerName)]);
  });
}

/** The value as the cell of a table; `null` when a cell of this field cannot hold it. */
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
