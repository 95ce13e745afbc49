import type * as z from "zod/mini";
import { repairText } from "../text/repair-text.ts";
import { expectedAddress } from "../url/http-url.ts";
import { httpAddress, MAX_NAME_LENGTH, type PlainSchema, plainKind } from "./article-record.ts";
import type { Fields } from "./fields.ts";
import { type Problem, shortValue } from "./problem.ts";

const STRAY_BACKSLASH = /\\[?=&]/;
const STRAY_BACKSLASHES = /\\+(?=[?=&])/g;

/** Where a record comes from, so that its problems can name the file and the line. */
export interface RecordSource {
  readonly file: string;
  lineOf(path: string): number | null;
}

/**
 * Reads fields of unknown content one by one and records every problem in `problems`.
 *
 * Each method returns `undefined` for a field that is absent or cannot be used.
 */
export class FieldReader {
  readonly problems: Problem[] = [];
  readonly #source: RecordSource;

  constructor(source: RecordSource) {
    this.#source = source;
  }

  /**
   * A text field that must match a schema. Text and numbers that do not match are passed through
   * `mend` and tried once more.
   *
   * @param expected what the field should hold, for the problem report
   * @param faultOf a more exact text than `expected` for some values, or `null`
   */
  valid(
    fields: Fields,
    name: string,
    schema: z.ZodMiniType<string>,
    expected: string,
    mend: (value: string | number) => string | number = trimmed,
    faultOf: (value: unknown) => string | null = () => null,
  ): string | undefined {
    const value = fields.get(name);
    if (value === undefined || value === "") return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    if (typeof value === "string" || typeof value === "number") {
      const mended = schema.safeParse(mend(value));
      if (mended.success) {
        this.report(fields.at(name), "repaired", `expected ${expected}`, value);
        return mended.data;
      }
    }
    this.report(fields.at(name), "dropped", `expected ${faultOf(value) ?? expected}`, value);
    return undefined;
  }

  /** An http(s) address. Removes the backslash that shell escapes sometimes leave before the query. */
  address(fields: Fields, name: string): string | undefined {
    const value = fields.get(name);
    if (typeof value !== "string" || !STRAY_BACKSLASH.test(value))
      return this.valid(fields, name, httpAddress, ANY_ADDRESS, trimmed, addressFault);
    const mended = httpAddress.safeParse(value.trim().replace(STRAY_BACKSLASHES, ""));
    const message = mended.success
      ? "stray backslash"
      : `expected ${addressFault(value) ?? ANY_ADDRESS}`;
    this.report(fields.at(name), mended.success ? "repaired" : "dropped", message, value);
    return mended.data;
  }

  /** Text, repaired to one plain line; `undefined` when nothing is left of it. */
  text(fields: Fields, name: string, maxLength: number): string | undefined {
    const value = fields.get(name);
    if (value === undefined) return undefined;
    return this.#repaired(value, fields.at(name), maxLength);
  }

  /** `text` for an item of a list of names. */
  name(value: unknown, path: string): string | undefined {
    return this.#repaired(value, path, MAX_NAME_LENGTH);
  }

  #repaired(value: unknown, path: string, maxLength: number): string | undefined {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
      this.report(path, "dropped", "expected text", value);
      return undefined;
    }
    const { text, repairs } = repairText(String(value), maxLength);
    if (repairs.length > 0) this.report(path, "repaired", repairs.join(", "), value);
    return text === "" ? undefined : text;
  }

  /** A finite number, also when it is written as text. `mend` may round it, or return `NaN` to drop it. */
  number(
    fields: Fields,
    name: string,
    mend: (value: number) => number = (value) => value,
  ): number | undefined {
    const value = fields.get(name);
    if (value === undefined) return undefined;
    const number = typeof value === "string" ? numberOf(value) : value;
    const mended = typeof number === "number" ? mend(number) : Number.NaN;
    if (!Number.isFinite(mended)) {
      const isEndless = typeof number === "number" && Math.abs(number) === Number.POSITIVE_INFINITY;
      const expected = isEndless ? "expected a number that is not too large" : "expected a number";
      this.report(fields.at(name), "dropped", expected, value);
      return undefined;
    }
    if (mended !== value) this.report(fields.at(name), "repaired", "expected a number", value);
    return mended === 0 ? 0 : mended; // JSON has no −0, so it would not survive an export
  }

  /** True or false. */
  flag(fields: Fields, name: string): boolean | undefined {
    const value = fields.get(name);
    if (value === undefined || typeof value === "boolean") return value;
    this.report(fields.at(name), "dropped", "expected true or false", value);
    return undefined;
  }

  /** Optional fields of which each is a line of text, a number, or true or false, by their schemas. */
  plain<Shape extends Readonly<Record<string, PlainSchema>>>(
    fields: Fields,
    shape: Shape,
  ): { [Name in keyof Shape]: z.infer<Shape[Name]> } {
    const read = Object.entries(shape).map(([name, schema]) => {
      const kind = plainKind(schema);
      if (kind === "number") return [name, this.number(fields, name)];
      if (kind === "flag") return [name, this.flag(fields, name)];
      return [name, this.text(fields, name, MAX_NAME_LENGTH)];
    });
    return Object.fromEntries(read);
  }

  /** Text that is kept unchanged. */
  opaque(fields: Fields, name: string): string | undefined {
    const value = fields.get(name);
    if (value === undefined || typeof value === "string") return value;
    this.report(fields.at(name), "dropped", "expected text", value);
    return undefined;
  }

  /** A list of the items that `read` can use; `read` reports the others itself. */
  list<Item>(
    fields: Fields,
    name: string,
    read: (item: unknown, path: string) => Item | undefined,
  ): Item[] | undefined {
    const value = fields.get(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) {
      this.report(fields.at(name), "dropped", "expected a list", value);
      return undefined;
    }
    return value
      .map((item, i) => read(item, `${fields.at(name)}[${i}]`))
      .filter((item) => item !== undefined);
  }

  /** Records a problem, with the line of the field. */
  report(field: string, severity: Problem["severity"], message: string, value: unknown): void {
    const found =
      value === undefined
        ? "nothing"
        : shortValue(value instanceof Map ? [...value.keys()] : value);
    const { file } = this.#source;
    this.problems.push({ file, line: this.#source.lineOf(field), field, severity, message, found });
  }
}

/**
 * A number written as text, or `NaN`. A decimal comma is accepted unless it may just as well separate
 * thousands (`1,234`).
 */
function numberOf(text: string): number {
  const trimmed = text.trim();
  if (trimmed === "") return Number.NaN;
  const isDecimalComma =
    /^[+-]?\d+,\d+$/.test(trimmed) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(trimmed);
  return Number(isDecimalComma ? trimmed.replace(",", ".") : trimmed);
}

function trimmed(value: string | number): string | number {
  return typeof value === "string" ? value.trim() : value;
}

const ANY_ADDRESS = "an http or https address";

function addressFault(value: unknown): string | null {
  return typeof value === "string" ? expectedAddress(value) : null;
}
