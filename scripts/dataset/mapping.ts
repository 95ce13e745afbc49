import type { ColumnMapping } from "../../core/import/tables/columns.ts";
import { TABLE_FIELDS, type TableField } from "../../core/import/tables/table-fields.ts";
import { UsageError } from "./input/usage-error.ts";

/**
 * Parses column mappings such as `title=Headline`.
 *
 * @throws UsageError
 */
export function parseMapping(options: readonly string[]): ColumnMapping {
  const entries = options.map((option) => {
    const equals = option.indexOf("=");
    const field = option.slice(0, Math.max(0, equals));
    if (!isField(field) || equals === option.length - 1)
      throw new UsageError(
        `--map ${option}: expected FIELD=COLUMN, with one of ${TABLE_FIELDS.join(", ")}.`,
      );
    return [field, option.slice(equals + 1)];
  });
  return Object.fromEntries(entries);
}

function isField(text: string): text is TableField {
  return TABLE_FIELDS.some((field) => field === text);
}
