/** Replaces parts of a text from its start to its end. A text in which nothing was replaced stays the same string. */
export class TextEdits {
  readonly #text: string;
  #parts: string[] = [];
  /** What follows from here on was neither replaced nor copied yet. */
  #from = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param from not before the end of the part that was replaced last */
  replace(from: number, to: number, by: string): void {
    this.#parts.push(this.#text.slice(this.#from, from), by);
    this.#from = to;
  }

  /** A place to which the text can be cut back; nothing before it may have been left uncopied. */
  placeAt(offset: number): () => void {
    const [count, from] = [this.#parts.length, this.#from];
    return () => {
      this.#parts = [...this.#parts.slice(0, count), this.#text.slice(from, offset)];
      this.#from = this.#text.length;
    };
  }

  /** The text with all replacements. */
  result(end = ""): string {
    if (this.#parts.length === 0) return this.#text + end;
    return [...this.#parts, this.#text.slice(this.#from), end].join("");
  }
}
