import { Tokenizer, TokenType } from "@streamparser/json";
import { articleRecord } from "../record/article-record.ts";
import { columnNames } from "./tables/columns.ts";
import type { TextBlock } from "./text/decode-text.ts";
import { MAX_JSON_DEPTH } from "./text/json-depth.ts";
import { ReadFault } from "./text/read-fault.ts";

/** A record found in JSON: objects as `Map`, so that a key such as `__proto__` is only a key. */
export interface JsonRecord {
  readonly value: unknown;
  /** Line on which it starts; the first line of a file is 1. */
  readonly line: number;
  /** Line on which each of its own fields starts. */
  readonly lines: ReadonlyMap<string, number>;
  /** Bytes. */
  readonly length: number;
  /** Whether it is all of the text, not an item of a list. */
  readonly isRoot: boolean;
}

type Token = Parameters<Tokenizer["onToken"]>[0];

/** A list or object that is not complete. */
interface Open {
  readonly value: unknown[] | Map<string, unknown>;
  readonly line: number;
  readonly offset: number;
  /** Key that waits for its value. */
  key: string;
  next: "first" | "value" | "key" | "colon" | "end";
}

const RECORD_FIELDS = Object.keys(articleRecord.shape);
/** Names of title and address. */
const TELLING = new Set((["title", "url", "originalUrl"] as const).flatMap(columnNames));
const encoder = new TextEncoder();

/**
 * Takes records out of JSON as it comes: the items of a list, those of the lists of objects in an
 * object (`{"articles": […]}`) or in objects in each other (`{"data": {"articles": […]}}`), or the object
 * itself. Values after the first are read the same way.
 *
 * Never holds more than one record.
 */
export class JsonRecords {
  readonly #tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024 });
  readonly #maxBytes: number;
  readonly #stack: Open[] = [];
  #found: JsonRecord[] = [];
  #recordLines = new Map<string, number>();
  /** Whether the object read last held a list of records. */
  #isWrapper = false;
  /** Where the last record, or value beside the records, ended. */
  #settled = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  /** Offset of `#bytes` in the whole text, and a place in it whose line is known. */
  #start = 0;
  #seen = 0;
  #line = 1;

  /** @param maxBytes longest record */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#tokenizer.onToken = (token) => this.#take(token);
    this.#tokenizer.onError = (error) => {
      throw error;
    };
  }

  /**
   * The records that end in this block.
   *
   * @throws ReadFault where the text is no JSON, too deep, or a record too long; `taken` has what
   * was before
   */
  push({ text, line }: TextBlock): void {
    this.#start += this.#bytes.length;
    this.#bytes = encoder.encode(text);
    this.#seen = this.#start;
    this.#line = line;
    this.#parse(() => this.#tokenizer.write(this.#bytes));
    if (this.#start + this.#bytes.length - this.#settled > this.#maxBytes) throw this.#tooLong();
  }

  /** @throws ReadFault when the text is not complete */
  end(): void {
    this.#parse(() => this.#tokenizer.end());
    if (this.#stack.length > 0) throw this.#fault("expected the rest of the JSON; it is cut off");
  }

  /** The records found since the last call. */
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

  #take({ token, value, offset }: Token): void {
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
      this.#put(top.value, top.line, top.offset, offset);
    } else if (
      typeof value === "string" &&
      token === TokenType.STRING &&
      top?.value instanceof Map &&
      (top.next === "first" || top.next === "key")
    ) {
      top.key = value;
      top.next = "colon";
      if (this.#stack.length === this.#recordDepth()) this.#recordLines.set(value, line);
    } else {
      this.#expectValue(top);
      this.#put(value, line, offset, offset);
    }
  }

  #expectValue(top: Open | undefined): void {
    if (top === undefined || top.next === "value") return;
    if (top.next !== "first" || !Array.isArray(top.value)) throw this.#fault("expected JSON");
  }

  /** Depth at which a record's own fields are: one below the list it is in, if it is in one. */
  #recordDepth(): number {
    return this.#listDepth() + 1;
  }

  /** How many are open down to the list of records, itself included; 0 where none is open. */
  #listDepth(): number {
    const outer = this.#stack.findIndex((open) => !mayHoldList(open));
    return Array.isArray(this.#stack[outer]?.value) ? outer + 1 : 0;
  }

  /** Puts a complete value where it belongs. */
  #put(value: unknown, line: number, offset: number, end: number): void {
    const top = this.#stack.at(-1);
    if (top === undefined) {
      this.#root(value, line, offset, end);
      return;
    }
    top.next = "end";
    if (top.value instanceof Map) top.value.set(top.key, value);
    else if (this.#isRecord(value)) {
      this.#give(value, line, offset, end);
      // Those before in this list, of which that could not be told, are no less records of it.
      for (const earlier of top.value.splice(0)) this.#give(earlier, top.line, offset, end);
    } else top.value.push(value);
  }

  /** Whether a complete item of the list that is open is a record. */
  #isRecord(item: unknown): boolean {
    const depth = this.#stack.length;
    if (depth !== this.#listDepth()) return false;
    if (depth === 1) return true;
    if (!(item instanceof Map)) return false;
    // An article of its own may have a list of authors, say.
    this.#isWrapper ||= (depth === 2 && !isTelling(this.#stack[0]?.value)) || isTelling(item);
    return this.#isWrapper;
  }

  #root(value: unknown, line: number, offset: number, end: number): void {
    // A list has given its items; an object that held a list has too, what else it says is its own.
    if (!Array.isArray(value) && !this.#isWrapper) this.#give(value, line, offset, end);
    this.#isWrapper = false;
    this.#settled = end;
  }

  #give(value: unknown, line: number, offset: number, end: number): void {
    if (end - offset >= this.#maxBytes) throw this.#tooLong();
    const isRoot = this.#stack.length === 0;
    this.#found.push({ value, line, lines: this.#recordLines, length: end - offset + 1, isRoot });
    this.#recordLines = new Map();
    this.#settled = end;
  }

  /** Line of a token; one that began in a block before counts to the start of this one. */
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

/** Whether an object has a field that an article has. */
function isTelling(value: unknown): boolean {
  return value instanceof Map && value.keys().some((name) => TELLING.has(name));
}

/** Whether a list in the open field of this object may hold records: in a record itself none has that name. */
function mayHoldList({ value, key }: Open): boolean {
  return (
    value instanceof Map &&
    !RECORD_FIELDS.includes(key) &&
    !value.has("webUrl") &&
    !value.has("originalUrl")
  );
}
