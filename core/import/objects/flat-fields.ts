import { Fields } from "../../record/fields.ts";
import { columnNames, plainName } from "../tables/column-names.ts";
import { TABLE_FIELDS } from "../tables/table-fields.ts";

/** The levels of objects in objects that are searched for fields. */
const MAX_DEPTH = 3;

/** Known names of fields inside a field, such as `canonical.href`. */
const INNER_NAMES = new Set(
  TABLE_FIELDS.flatMap(columnNames)
    .filter((name) => name.includes("."))
    .map(plainName),
);

/** A field of an object, or of an object in it, named by all names on the way with dots between: `source.name`. */
export type FlatField = readonly [name: string, value: unknown];

/**
 * The fields of an object and of the objects in it. A list is one value, except that a list of objects
 * stands for those fields of its first item whose names are known (`canonical: [{href}]`) or among `given`.
 *
 * @param given names that a column mapping has, as `plainName` writes them
 */
export function flatFields(
  fields: Fields,
  given: ReadonlySet<string> = NONE,
  depth = 1,
): FlatField[] {
  return fields.names().flatMap((name): FlatField[] => {
    const value = fields.get(name);
    const path = fields.at(name);
    const inner = depth < MAX_DEPTH ? Fields.of(value, path) : null;
    if (inner !== null) return flatFields(inner, given, depth + 1);
    const first = Array.isArray(value) ? Fields.of(value[0], path) : null;
    if (first === null) return [[path, value]];
    const known = first
      .names()
      .filter((inner) => isKnown(first.at(inner), given))
      .map((inner): FlatField => [first.at(inner), first.get(inner)]);
    return known.length > 0 ? known : [[path, value]];
  });
}

const NONE: ReadonlySet<string> = new Set();

function isKnown(name: string, given: ReadonlySet<string>): boolean {
  const plain = plainName(name);
  return INNER_NAMES.has(plain) || given.has(plain);
}
