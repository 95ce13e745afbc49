import { columnNames, columnsByKind, plainName } from "./column-names.ts";
import {
  REQUIRED_FIELDS,
  type RequiredField,
  TABLE_FIELDS,
  type TableField,
} from "./table-fields.ts";

/** For some fields the column: its name in the header, or its number from 0. */
export type ColumnMapping = { readonly [field in TableField]?: string | number };

/** The column mapping that the user gave for all tables with a certain header. */
export interface TableColumns {
  readonly header: readonly string[];
  readonly columns: ColumnMapping;
}

/** For some fields the number of the column, from 0, that its name or its content suggests. */
export type ColumnGuess = { readonly [field in TableField]?: number };

/** The column of each field that a header has, and the required fields that it lacks. */
export interface FoundColumns {
  readonly indexes: ReadonlyMap<TableField, number>;
  readonly missing: readonly RequiredField[];
}

/**
 * Finds the columns of fields in a header, first by the given mapping, then by name. Each column is used once. In a
 * mapping, `column 3` is the third column, unless a column has that name.
 */
export function findColumns(header: readonly string[], given: ColumnMapping = {}): FoundColumns {
  const places = placesOf(header);
  const indexes = new Map<TableField, number>();
  const taken = new Set<number>();
  const take = (field: TableField, index: number | undefined) => {
    if (index === undefined || index < 0 || index >= header.length) return;
    if (taken.has(index) || indexes.has(field)) return;
    indexes.set(field, index);
    taken.add(index);
  };
  for (const field of TABLE_FIELDS) {
    const name = given[field];
    take(field, typeof name === "string" ? indexOfColumn(header, name, places) : name);
  }
  for (const [name, field] of columnsByKind((mark) => places.has(mark))) {
    const index = places.get(name);
    if (field !== null) take(field, index);
    else if (index !== undefined) taken.add(index);
  }
  for (const field of TABLE_FIELDS)
    for (const name of columnNames(field)) take(field, places.get(plainName(name)));
  return { indexes, missing: REQUIRED_FIELDS.filter((field) => !indexes.has(field)) };
}

/** The first column with each plain name. */
function placesOf(header: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  header.forEach((name, index) => {
    const plain = plainName(name);
    if (plain !== "" && !places.has(plain)) places.set(plain, index);
  });
  return places;
}

/** The number, from 0, of the column that a mapping names; `undefined` when the header has none such. */
export function indexOfColumn(
  header: readonly string[],
  name: string,
  places = placesOf(header),
): number | undefined {
  const exact = header.indexOf(name);
  const index = exact >= 0 ? exact : (places.get(plainName(name)) ?? positionOf(name));
  return index !== undefined && index >= 0 && index < header.length ? index : undefined;
}

/** The number, from 0, of a column that is named by its place: `column 3`. */
function positionOf(name: string): number | undefined {
  const place = /^column\s*(\d{1,4})$/i.exec(name.trim())?.[1];
  return place === undefined ? undefined : Number(place) - 1;
}

/** The name by which messages call a column, and by which `findColumns` finds it. */
export function nameOfColumn(name: string | undefined, index: number): string {
  return name === undefined || name.trim() === "" ? `column ${index + 1}` : name;
}

/** Titles have fewer letters on average. */
const MAX_TITLE_LETTERS = 120;

/** The columns found by name, and those that the cells of the first rows suggest for a missing title or address. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { indexes }: FoundColumns,
): ColumnGuess {
  const used = new Set(indexes.values());
  const cells = (column: number) => rows.map((row) => row[column] ?? "");
  const url = header.findIndex(
    (_, column) =>
      !used.has(column) && rows.length > 0 && cells(column).every((cell) => isAddress(cell)),
  );
  // The column with the most letters, since dates and scores have few, but not a whole text; addresses do not count.
  const lengths = header.map((_, column) => {
    if (used.has(column)) return 0;
    const texts = cells(column).filter((cell) => !isAddress(cell));
    const letters = texts.reduce((sum, cell) => sum + (cell.match(/\p{L}/gu)?.length ?? 0), 0);
    return letters > MAX_TITLE_LETTERS * texts.length ? 1 : letters;
  });
  const longest = Math.max(0, ...lengths);
  const title = longest === 0 ? -1 : lengths.indexOf(longest);
  return {
    ...(title >= 0 && { title }),
    ...(url >= 0 && { url }),
    ...Object.fromEntries(indexes),
  };
}

/** Whether a cell holds an address on the web. */
export function isAddress(cell: string): boolean {
  return /^\s*https?:\/\//i.test(cell);
}
