import { countLines, type TextBlock } from "../text/decode-text.ts";

/** A row of CSV that is not blank. */
export interface CsvRow {
  /** `null` for a row whose quotes do not match, or that is too long. */
  readonly cells: readonly string[] | null;
  /** The line on which it starts; the first line of a file is 1. */
  readonly line: number;
  /** UTF-16 code units. */
  readonly length: number;
}

/**
 * The number of rows whose closing quote is searched for in vain. After that a row ends with its line, since each
 * search costs up to the longest row.
 */
const MAX_UNCLOSED = 20;

/**
 * Splits blocks of text into rows of comma-separated values (RFC 4180).
 *
 * A row whose quotes do not match is returned without cells, and the next row begins on the next line, so that one
 * stray quote does not swallow the file.
 */
export class CsvRows {
  readonly #delimiter: string;
  readonly #maxLength: number;
  #text = "";
  #line = 1;
  #unclosed = 0;
  /** Whether the text that follows is the rest of a line that was too long. */
  #isInLongLine = false;

  /** @param maxLength longest row, in UTF-16 code units */
  constructor(delimiter: string, maxLength: number) {
    this.#delimiter = delimiter;
    this.#maxLength = maxLength;
  }

  /** The rows that end in this block. */
  push({ text, line }: TextBlock): Generator<CsvRow, void, undefined> {
    if (this.#text === "") this.#line = line;
    this.#text += text;
    return this.#rows(false);
  }

  /** The last rows, after the last block. */
  end(): Generator<CsvRow, void, undefined> {
    return this.#rows(true);
  }

  *#rows(isEnd: boolean): Generator<CsvRow, void, undefined> {
    const text = this.#text;
    let start = 0;
    while (start < text.length) {
      const newline = text.indexOf("\n", start);
      if (newline === start || this.#isInLongLine) {
        if (newline < 0) start = text.length;
        else {
          start = newline + 1;
          this.#line++;
          this.#isInLongLine = false;
        }
        continue;
      }
      const lineEnd = newline < 0 ? text.length : newline;
      const end = this.#rowEnd(start, lineEnd);
      const isCut = newline < 0 || end === "open" || end === text.length;
      if (isCut && !isEnd && text.length - start <= this.#maxLength) break;
      const isWhole = typeof end === "number" && end - start <= this.#maxLength;
      if (end === "open" || (end !== "broken" && !isWhole)) this.#unclosed++;
      const next = isWhole ? end : lineEnd;
      const row = text.slice(start, text[next - 1] === "\r" ? next - 1 : next);
      if (row.trim() !== "")
        yield {
          cells: isWhole ? cellsOf(row, this.#delimiter) : null,
          line: this.#line,
          length: row.length,
        };
      this.#isInLongLine = newline < 0 && !isWhole;
      if (newline >= 0) this.#line += isWhole && next > lineEnd ? countLines(row) + 1 : 1;
      start = next + 1;
    }
    this.#text = text.slice(start);
  }

  /** Where the row ends; `open` when a closing quote is missing, `broken` when text follows a closing quote. */
  #rowEnd(start: number, lineEnd: number): number | "open" | "broken" {
    const text = this.#text;
    if (!text.slice(start, lineEnd).includes('"')) return lineEnd;
    let end = lineEnd;
    for (let at = start; ; at++) {
      if (text[at] === '"') {
        const close = closingQuote(text, at);
        if (this.#unclosed > MAX_UNCLOSED && (close < 0 || close > lineEnd)) return "broken";
        if (close < 0 || close - start > this.#maxLength) return "open";
        at = close + 1;
        end = text.indexOf("\n", at);
        if (end < 0) end = text.length;
        if (at === end || (text[at] === "\r" && at + 1 === end)) return end;
        if (text[at] !== this.#delimiter) return "broken";
      } else at = text.indexOf(this.#delimiter, at);
      if (at < 0 || at >= end) return end;
    }
  }
}

/** The cells of a row whose quotes match. A quote within a cell that does not start with one is text. */
function cellsOf(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter);
  const cells: string[] = [];
  for (let start = 0; start <= row.length; ) {
    const isQuoted = row[start] === '"';
    const close = isQuoted ? closingQuote(row, start) : start;
    const next = row.indexOf(delimiter, close);
    const end = next < 0 ? row.length : next;
    cells.push(
      isQuoted ? row.slice(start + 1, close).replaceAll('""', '"') : row.slice(start, end),
    );
    start = end + 1;
  }
  return cells;
}

/** The position of the quote that closes the one at `open`, or −1. Two quotes in a row stand for one in the text. */
function closingQuote(text: string, open: number): number {
  for (let at = open; ; at++) {
    at = text.indexOf('"', at + 1);
    if (at < 0 || text[at + 1] !== '"') return at;
  }
}
