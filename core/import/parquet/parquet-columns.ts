import type { FileMetaData, SchemaTree } from "hyparquet";
import { Fields } from "../../record/fields.ts";
import { flatFields } from "../objects/flat-fields.ts";

/**
 * The names of the columns of a file, as those of the fields that its rows will have.
 *
 * @param given names that a column mapping has, as `plainName` writes them
 */
export function columnNamesOf(schema: SchemaTree, given: ReadonlySet<string>): string[] {
  const row = new Map(schema.children.map((column) => [column.element.name, sampleOf(column)]));
  return flatFields(new Fields(row, ""), given).map(([name]) => name);
}

/** A value that has the shape of those of a column. */
function sampleOf({ element, children }: SchemaTree): unknown {
  const isMap = element.converted_type === "MAP" || element.converted_type === "MAP_KEY_VALUE";
  const [inner] = children;
  if (inner === undefined || isMap) return "";
  const isList = element.converted_type === "LIST" || element.logical_type?.type === "LIST";
  // A list has a repeated group, mostly with one item in it.
  if (isList)
    return [inner.children.length === 1 ? sampleOf(inner.children[0] ?? inner) : sampleOf(inner)];
  const fields = new Map(children.map((child) => [child.element.name, sampleOf(child)]));
  return element.repetition_type === "REPEATED" ? [fields] : fields;
}

/** Whether a column holds nothing in any row, as far as the file says so. */
export function isEmptyColumn({ row_groups }: FileMetaData, name: string): boolean {
  const chunks = row_groups.flatMap(({ columns }) =>
    columns.filter(({ meta_data }) => meta_data?.path_in_schema[0] === name),
  );
  return chunks.every(
    ({ meta_data }) =>
      meta_data?.statistics?.null_count !== undefined &&
      BigInt(meta_data.statistics.null_count) === BigInt(meta_data.num_values),
  );
}
