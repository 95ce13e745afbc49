import { Tokenizer, TokenType } from "@streamparser/json";
import { articleRecord } from "../../record/article-record.ts";
import { columnNames, plainName } from "../tables/column-names.ts";
import type { ColumnMapping } from "../tables/columns.ts";
import type { TableField } from "../tables/table-fields.ts";
import type { TextBlock } from "../text/decode-text.ts";
import { MAX_JSON_DEPTH } from "../text/json-depth.ts";
import { ReadFault } from "../text/read-fault.ts";

/** A record found in JSON. Its objects are `Map`s, so that `__proto__` is a key like any other. */
export interface JsonRecord {
  readonly value: unknown;
  /** The line on which it starts; the first line of a file is 1. */
  readonly line: number;
  /** The line on which each of its fields starts. */
  readonly lines: ReadonlyMap<string, number>;
  /** In bytes. */
  readonly length: number;
  /** Whether it is the whole JSON text and not an item of a list. */
  readonly isRoot: boolean;
}

type Token = Parameters<Tokenizer["onToken"]>[0];

/** A list or object whose end has not been read yet. */
interface Open {
  readonly value: unknown[] | Map<string, unknown>;
  readonly line: number;
  readonly offset: number;
  /** The key whose value comes next. */
  key: string;
  next: "first" | "value" | "key" | "colon" | "end";
}

const RECORD_FIELDS = Object.keys(articleRecord.shape);
/** The names that a field with a title or an address may have, as `plainName` writes them. */
const TITLES = namesOf("title");
const ADDRESSES = new Set([...namesOf("url"), ...namesOf("originalUrl")]);
const encoder = new TextEncoder();

/**
 * Finds records in JSON while it is being read. A record is an item of the outermost list, an item of a list of
 * objects in an object (`{"articles": […]}`) or in nested objects (`{"data": {"articles": […]}}`), a value of an
 * object of nothing but records (`{"x1": {…}, "x2": {…}}`), or the object itself. Further values after the first are read the same way.
 *
 * Keeps no more than one record in memory, or such an object.
 */
export class JsonRecords {
  readonly #tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024 });
  readonly #maxBytes: number;
  readonly #stack: Open[] = [];
  #found: JsonRecord[] = [];
  #recordLines = new Map<string, number>();
  /** Whether the outermost object has a list of records, and so is not a record itself. */
  #isWrapper = false;
  /** The offset at which the last record or outermost value ended. */
  #settled = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  /** The offset of `#bytes` in the whole text, and an offset in it with its line. */
  #start = 0;
  #seen = 0;
  #line = 1;

  /** The plain names of fields with a title or an address. */
  readonly #titles: ReadonlySet<string>;
  readonly #addresses: ReadonlySet<string>;

  /**
   * @param maxBytes the size of the longest record, in bytes
   * @param given the column mapping, by names
   */
  constructor(maxBytes: number, given: ColumnMapping = {}) {
    this.#maxBytes = maxBytes;
    this.#titles = withGiven(TITLES, given.title);
    this.#addresses = withGiven(ADDRESSES, given.url, given.originalUrl);
    this.#tokenizer.onToken = (token) => this.#readToken(token);
    this.#tokenizer.onError = (error) => {
      throw error;
    };
  }

  /**
   * Reads a block of text. The records that end in it are returned by `taken`.
   *
   * @throws ReadFault where the text is not JSON or nests too deep, or a record is too long; `taken` still returns
   * the records before
   */
  push({ text, line }: TextBlock): void {
    this.#start += this.#bytes.length;
    this.#bytes = encoder.encode(text);
    this.#seen = this.#start;
    this.#line = line;
    this.#parse(() => this.#tokenizer.write(this.#bytes));
    if (this.#start + this.#bytes.length - this.#settled > this.#maxBytes) throw this.#tooLong();
  }

  /**
   * Ends the text.
   *
   * @throws ReadFault when it is not complete
   */
  end(): void {
    this.#parse(() => this.#tokenizer.end());
    if (this.#stack.length > 0) throw this.#fault("expected the rest of the JSON; it is cut off");
  }

  /** Returns the records that were found since the last call. */
  taken(): readonly JsonRecord[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #parse(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (error instanceof ReadFault) throw error;
      throw this.#fault("expected JSON");
    }
  }

  #readToken({ token, value, offset }: Token): void {
    const top = this.#stack.at(-1);
    const line = this.#lineAt(offset);
    if (token === TokenType.COLON && top?.next === "colon") top.next = "value";
    else if (token === TokenType.COMMA && top?.next === "end")
      top.next = top.value instanceof Map ? "key" : "value";
    else if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      this.#expectValue(top);
      if (this.#stack.length === MAX_JSON_DEPTH)
        throw this.#fault(`expected at most ${MAX_JSON_DEPTH} levels`);
      const opened = token === TokenType.LEFT_BRACE ? new Map<string, unknown>() : [];
      this.#stack.push({ value: opened, line, offset, key: "", next: "first" });
      if (this.#stack.length === this.#recordDepth()) this.#recordLines = new Map();
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) {
      const fits = top?.value instanceof Map === (token === TokenType.RIGHT_BRACE);
      if (top === undefined || !fits || (top.next !== "first" && top.next !== "end"))
        throw this.#fault("expected JSON");
      this.#stack.pop();
      this.#addValue(top.value, top.line, top.offset, offset);
    } else if (
      typeof value === "string" &&
      token === TokenType.STRING &&
      top?.value instanceof Map &&
      (top.next === "first" || top.next === "key")
    ) {
      top.key = value;
      top.next = "colon";
      if (this.#stack.length === this.#recordDepth()) this.#recordLines.set(value, line);
    } else if (token === TokenType.COLON || token === TokenType.COMMA)
      throw this.#fault("expected JSON");
    else {
      this.#expectValue(top);
      this.#addValue(value, line, offset, offset);
    }
  }

  #expectValue(top: Open | undefined): void {
    if (top === undefined || top.next === "value") return;
    if (top.next !== "first" || !Array.isArray(top.value)) throw this.#fault("expected JSON");
  }

  /** The depth of a record's own fields: one below the list of records, if there is one. */
  #recordDepth(): number {
    return this.#listDepth() + 1;
  }

  /** The depth of the open list of records, 1 for an outermost list; 0 when none is open. */
  #listDepth(): number {
    const outer = this.#stack.findIndex((open) => !mayHoldList(open));
    return Array.isArray(this.#stack[outer]?.value) ? outer + 1 : 0;
  }

  /** Adds a complete value to the list or object around it, or returns it as a record. */
  #addValue(value: unknown, line: number, offset: number, end: number): void {
    const top = this.#stack.at(-1);
    if (top === undefined) {
      this.#root(value, line, offset, end);
      return;
    }
    top.next = "end";
    if (top.value instanceof Map) top.value.set(top.key, value);
    else if (this.#isRecord(value)) {
      this.#addRecord(value, line, offset, end);
      // Earlier items of this list are records too, although that was not clear when they ended.
      for (const earlier of top.value.splice(0)) this.#addRecord(earlier, top.line, offset, end);
    } else top.value.push(value);
  }

  /** Whether a complete item of the innermost open list is a record. */
  #isRecord(item: unknown): boolean {
    const depth = this.#stack.length;
    if (depth !== this.#listDepth()) return false;
    if (depth === 1) return true;
    if (!(item instanceof Map)) return false;
    if (this.#isWrapper) return true;
    // An article may itself have a list of objects, for example of its authors and their pages.
    const { hasTitle: rootTitle, hasAddress: rootAddress } = this.#marksOf(this.#stack[0]?.value);
    const { hasTitle, hasAddress } = this.#marksOf(item);
    if (rootTitle || rootAddress) this.#isWrapper = hasTitle && (hasAddress || !rootTitle);
    else this.#isWrapper = depth === 2 || hasTitle || hasAddress;
    return this.#isWrapper;
  }

  #root(value: unknown, line: number, offset: number, end: number): void {
    // The items of a list, or of the list in an object, were returned before; nothing else is a record.
    if (this.#isKeyed(value)) this.#addKeyed(value, line, offset, end);
    else if (!Array.isArray(value) && !this.#isWrapper) this.#addRecord(value, line, offset, end);
    this.#isWrapper = false;
    this.#settled = end;
  }

  #marksOf(value: unknown): { readonly hasTitle: boolean; readonly hasAddress: boolean } {
    return {
      hasTitle: hasOneOf(value, this.#titles),
      hasAddress: hasOneOf(value, this.#addresses),
    };
  }

  /** Whether an outermost object holds nothing but records, each under its id: `{"x1": {…}, "x2": {…}}`. */
  #isKeyed(value: unknown): value is Map<string, unknown> {
    if (!(value instanceof Map) || value.size === 0 || this.#isWrapper) return false;
    return value.values().every((item: unknown) => {
      const { hasTitle, hasAddress } = this.#marksOf(item);
      return hasTitle && hasAddress;
    });
  }

  /** Adds the records of an object that has them by id. Their own lines are not known, only those of their ids. */
  #addKeyed(records: Map<string, unknown>, line: number, offset: number, end: number): void {
    if (end - offset >= this.#maxBytes) throw this.#tooLong();
    const length = Math.ceil((end - offset + 1) / records.size);
    const lineOf = this.#recordLines;
    for (const [id, value] of records)
      this.#found.push({
        ...{ value, length, line: lineOf.get(id) ?? line },
        ...{ lines: new Map(), isRoot: false },
      });
    this.#recordLines = new Map();
  }

  #addRecord(value: unknown, line: number, offset: number, end: number): void {
    if (end - offset >= this.#maxBytes) throw this.#tooLong();
    const isRoot = this.#stack.length === 0;
    this.#found.push({ value, line, lines: this.#recordLines, length: end - offset + 1, isRoot });
    this.#recordLines = new Map();
    this.#settled = end;
  }

  /** The line of a token. A token that began in an earlier block gets the first line of this one. */
  #lineAt(offset: number): number {
    for (; this.#seen < offset; this.#seen++)
      if (this.#bytes[this.#seen - this.#start] === 10) this.#line++;
    return this.#line;
  }

  #tooLong(): ReadFault {
    return this.#fault(`expected at most ${this.#maxBytes} bytes in a record`);
  }

  #fault(message: string): ReadFault {
    return new ReadFault(message, "member", this.#line);
  }
}

/** The plain names of a field, of those with dots the part before the first one. */
function namesOf(field: TableField): ReadonlySet<string> {
  return new Set(columnNames(field).map((name) => plainName(name.replace(/\..*/, ""))));
}

/** These names and those of a column mapping, which may be paths into fields. */
function withGiven(
  names: ReadonlySet<string>,
  ...given: readonly (string | number | undefined)[]
): ReadonlySet<string> {
  const outer = given.map((name) => plainName(String(name ?? "").replace(/\..*/, "")));
  return new Set([...names, ...outer.filter((name) => name !== "")]);
}

/** Whether a value is an object that has one of these fields. */
function hasOneOf(value: unknown, names: ReadonlySet<string>): boolean {
  return value instanceof Map && value.keys().some((name: string) => names.has(plainName(name)));
}

/** Whether a list in the current field of this object may be a list of records and is not a field of a record. */
function mayHoldList({ value, key }: Open): boolean {
  return (
    value instanceof Map &&
    !RECORD_FIELDS.includes(key) &&
    !value.has("webUrl") &&
    !value.has("originalUrl")
  );
}
