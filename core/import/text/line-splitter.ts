import type { TextBlock } from "./decode-text.ts";

/** A line that is not blank, without its line end. `text` is `null` for a line that is too long. */
export interface Line {
  readonly text: string | null;
  /** The first line of a file is 1. */
  readonly number: number;
}

/** Splits blocks of text into lines. Skips blank lines, and keeps nothing of a line that is too long. */
export class LineSplitter {
  readonly #maxLength: number;
  #open: string[] = [];
  #openLength = 0;
  #openNumber = 1;

  /** @param maxLength of a line whose text is returned, in UTF-16 code units */
  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  /** The lines that end in this block. */
  *push({ text, line }: TextBlock): Generator<Line, void, undefined> {
    let number = line;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      if (this.#openLength > 0) {
        this.#keep(text.slice(start, end), number);
        yield* this.end();
      } else if (end > start) {
        const content = text.slice(start, end);
        if (content.length > this.#maxLength) yield { text: null, number };
        else if (!isBlank(content)) yield { text: withoutReturn(content), number };
      }
      number++;
      start = end + 1;
    }
    if (start < text.length) this.#keep(text.slice(start), number);
  }

  /** The last line, if it has no line end. */
  *end(): Generator<Line, void, undefined> {
    const text = this.#openLength > this.#maxLength ? null : this.#open.join("");
    if (text === null || !isBlank(text))
      yield { text: text === null ? null : withoutReturn(text), number: this.#openNumber };
    this.#open = [];
    this.#openLength = 0;
  }

  #keep(part: string, number: number): void {
    if (this.#openLength === 0) this.#openNumber = number;
    this.#openLength += part.length;
    if (this.#openLength > this.#maxLength) this.#open = [];
    else this.#open.push(part);
  }
}

function isBlank(text: string): boolean {
  // Most lines begin with a visible character, and need not be trimmed.
  return text === "" || (text.charCodeAt(0) <= 32 && text.trim() === "");
}

function withoutReturn(text: string): string {
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}
