/**
 * The next place of each of some strings in a text. A place that was found is kept, so that asking for it again and again while
 * one moves through the text takes time linear in the text's length, also where the string does not occur.
 */
export class NextPlaces {
  readonly #text: string;
  readonly #known = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of the next occurrence; -1 when there is none. */
  next(wanted: string, from: number): number {
    const known = this.#known.get(wanted);
    if (known !== undefined && known.from <= from && (known.at < 0 || known.at >= from))
      return known.at;
    const at = this.#text.indexOf(wanted, from);
    this.#known.set(wanted, { from, at });
    return at;
  }
}
