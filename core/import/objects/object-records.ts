import { Fields } from "../../record/fields.ts";
import { shortValue } from "../../record/problem.ts";
import { readRecord } from "../../record/read-record.ts";
import type { ReadEvent } from "../run/read-event.ts";
import type { ReadRun } from "../run/read-run.ts";
import { plainName } from "../tables/column-names.ts";
import { type ColumnMapping, findColumns, guessColumns } from "../tables/columns.ts";
import { NO_ARTICLES } from "../text/read-fault.ts";
import { type FlatField, flatFields } from "./flat-fields.ts";
import { RenamedRecords } from "./renamed-records.ts";

/** The number of objects by which the columns of a file are judged, and that are shown when the user has to choose them. */
const SAMPLE = 5;

/** An object that was found in a file, and where. */
export interface FoundObject {
  readonly value: unknown;
  /** The line on which it starts, the first one is 1; `null` for a format without lines. */
  readonly line: number | null;
  /** The line of one of its fields, by its path. */
  readonly lineOf: (path: string) => number | null;
  /** In bytes or UTF-16 code units. */
  readonly length: number;
  /** Whether it is the whole file and not one of several. Such a file may be something else than data. */
  readonly isWholeFile: boolean;
}

/**
 * Reads the records that the objects of a file are: with the names of the format, of known table columns, or of the
 * column mapping. When no object has a title and an address under known names, but an address under another name, it
 * yields a `columns` event only.
 */
export class ObjectRecords {
  readonly #file: string;
  readonly #run: ReadRun;
  readonly #isAmongOthers: boolean;
  #renamed: RenamedRecords | null = null;
  readonly #sample: FoundObject[] = [];
  #isUnknown = false;

  /** @param isAmongOthers whether a file with an object of another kind may be skipped */
  constructor(file: string, run: ReadRun, isAmongOthers: boolean) {
    this.#file = file;
    this.#run = run;
    this.#isAmongOthers = isAmongOthers;
  }

  /** Whether the user has to say which columns are which, so that the rest of the file need not be read. */
  get isUnknown(): boolean {
    return this.#isUnknown;
  }

  *add(found: FoundObject): Generator<ReadEvent, void, undefined> {
    if (this.#isUnknown) return;
    if (this.#renamed !== null) return yield* this.#read(found, this.#renamed);
    this.#sample.push(found);
    if (this.#sample.length === SAMPLE) yield* this.#start();
  }

  /** Reads the last objects. To be called also where the file cannot be read any further. */
  *end(): Generator<ReadEvent, void, undefined> {
    if (this.#renamed === null && !this.#isUnknown) yield* this.#start();
  }

  *#start(): Generator<ReadEvent, void, undefined> {
    const given = givenNames(this.#run);
    const objects = this.#sample.map(({ value }) => value);
    const names = objects.flatMap((value) => fieldsOf(value, given).map(([name]) => name));
    const header = [...new Set(names)];
    this.#run.sawColumns(header);
    const found = findColumns(header, this.#run.columnsFor(header));
    if (found.missing.length > 0) {
      const sample = objects.map((value) => shownCells(value, header, this.#run));
      const guess = guessColumns(header, sample, found);
      const isLikely = this.#isAmongOthers ? found.missing.length < 2 : true;
      if (isLikely && guess.title !== undefined && guess.url !== undefined) {
        this.#isUnknown = true;
        yield { kind: "columns", file: this.#file, header, sample, guess, missing: found.missing };
        return;
      }
    }
    const renamed = new RenamedRecords(mappingFor(header, this.#run), this.#run);
    this.#renamed = renamed;
    for (const object of this.#sample.splice(0)) yield* this.#read(object, renamed);
  }

  *#read(found: FoundObject, renamed: RenamedRecords): Generator<ReadEvent, void, undefined> {
    const { line, lineOf, length, isWholeFile } = found;
    const value = renamed.of(found.value);
    if (isWholeFile && value instanceof Map && !RECORD_MARKS.some((name) => value.has(name))) {
      if (this.#isAmongOthers) this.#run.skip(this.#file);
      else if (holdsEmptyList(value)) this.#run.reject(this.#file, line, NO_ARTICLES);
      else this.#run.reject(this.#file, line, EXPECTED_LIST, shortValue([...value.keys()]));
    } else
      this.#run.record(this.#file, line, readRecord(value, { file: this.#file, lineOf }), length);
    if (this.#run.isFull) yield* this.#run.batch();
  }
}

/** The column mapping that the user gave for objects with these fields, by names. */
export function mappingFor(header: readonly string[], run: ReadRun): ColumnMapping {
  const given = Object.entries(run.columnsFor(header));
  return Object.fromEntries(
    given.map(([field, column]) => [field, typeof column === "number" ? header[column] : column]),
  );
}

/** The plain names of the columns that the user gave for all tables. They may be of fields deep inside. */
export function givenNames(run: ReadRun): ReadonlySet<string> {
  return new Set(Object.values(run.columnsFor([])).map((name) => plainName(`${name}`)));
}

/** The fields of an object as cells below a header, as they are shown when the user has to choose columns. */
export function shownCells(value: unknown, header: readonly string[], run: ReadRun): string[] {
  const fields = new Map(fieldsOf(value, givenNames(run)));
  return header.map((name) => textOf(fields.get(name)));
}

/** The fields of an object, named with dots; empty for another value. */
function fieldsOf(value: unknown, given: ReadonlySet<string>): readonly FlatField[] {
  const fields = Fields.of(value, "");
  return fields === null ? [] : flatFields(fields, given);
}

/** A value as text, shortened. */
function textOf(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value.slice(0, 500) : shortValue(value);
}

/** Every record has at least one of these fields. An object without any is no data. */
const RECORD_MARKS = ["title", "webUrl", "originalUrl", "provider"];

const EXPECTED_LIST =
  "expected a list of records, an object with one in it or in an object in it, or a record";

function holdsEmptyList(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.values().some(holdsEmptyList);
}
