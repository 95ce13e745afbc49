import type { NextPlaces } from "./next-places.ts";
import { withWholeAttributes } from "./repair-element.ts";

/** A start or an end tag up to its name. */
const TAG = /<(\/?)([\p{L}_][^\s<>/"'=&;]{0,100})/uy;
/** Sections in which signs of markup have no meaning. */
const SECTIONS: readonly (readonly [start: string, end: string])[] = [
  ["<![CDATA[", "]]>"],
  ["<!--", "-->"],
  ["<?", "?>"],
];

/** An open element. */
export interface Open {
  readonly name: string;
  readonly local: string;
  hasChildren: boolean;
}

/** A start or an end tag. */
export interface Tag extends Open {
  readonly isEnd: boolean;
  /** Offset of what follows it. */
  readonly end: number;
  readonly isEmpty: boolean;
  /** Whether a value of its attributes does not end. */
  readonly isBroken: boolean;
  /** From its `<` to its `>`. */
  readonly text: string;
}

/** Finds tags and sections in markup that may be broken. */
export class MarkupReader {
  readonly #text: string;
  readonly #places: NextPlaces;

  constructor(text: string, places: NextPlaces) {
    this.#text = text;
    this.#places = places;
  }

  /** The section that begins at an offset: how it begins and ends. */
  sectionAt(at: number): readonly [start: string, end: string] | undefined {
    return SECTIONS.find(([start]) => this.#text.startsWith(start, at));
  }

  /** The tag at an offset; `null` when there is none. A tag that the next one cuts off ends there. */
  tagAt(at: number): Tag | null {
    TAG.lastIndex = at;
    const [found, slash, name = ""] = TAG.exec(this.#text) ?? [];
    if (found === undefined) return null;
    let isBroken = false;
    for (let end = at + found.length; ; end++) {
      const sign = this.#text[end];
      if (sign === undefined || sign === "<") return null;
      if (sign === '"' || sign === "'") {
        const close = this.#quoteEnd(sign, end + 1);
        if (close < 0) isBroken = true;
        else end = close;
      } else if (sign === ">") {
        const written = this.#text.slice(at, end + 1);
        const isEmpty = this.#text[end - 1] === "/";
        return {
          name,
          local: name.slice(name.indexOf(":") + 1).toLowerCase(),
          hasChildren: false,
          isEnd: slash === "/",
          isEmpty,
          isBroken,
          end: end + 1,
          text: isBroken ? withWholeAttributes(written, name, isEmpty) : written,
        };
      }
    }
  }

  /** Offset of the quote that ends an attribute's value; -1 when none does before the tag ends and another tag begins. */
  #quoteEnd(quote: string, from: number): number {
    const end = this.#places.next(quote, from);
    const tag = this.#places.next("<", from);
    if (tag < 0 || end < tag) return end;
    const tagEnd = this.#places.next(">", from);
    return tagEnd >= 0 && tagEnd < tag ? -1 : end;
  }

  /** The name of a tag at an offset, in lower case; empty where there is none. */
  nameAt(at: number): string {
    TAG.lastIndex = at;
    return TAG.exec(this.#text)?.[2]?.toLowerCase() ?? "";
  }
}
