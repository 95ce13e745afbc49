import type { FeedDocument } from "./feed-document.ts";
import { isPicture, knownName } from "./item-names.ts";
import { MarkupReader, type Open, type Tag } from "./markup-reader.ts";
import { NextPlaces } from "./next-places.ts";
import {
  addressesRepaired,
  addressRepaired,
  linkOfAttribute,
  thumbnail,
  withoutNested,
} from "./repair-element.ts";
import { TextEdits } from "./text-edits.ts";

type XmlKind = Exclude<FeedDocument["kind"], "json" | "web-page" | "other">;

/** Deepest nesting that is repaired. Feeds need about six levels; the parser refuses more than a hundred. */
const MAX_DEPTH = 100;
const ITEM: Readonly<Record<XmlKind, string>> = {
  rss: "item",
  rdf: "item",
  atom: "entry",
  "news-sitemap": "url",
};
/** Elements of which the content is a text, perhaps with markup, by their names without prefix. */
const TEXTS = new Set(
  `title link description summary content encoded body guid id pubdate date published updated modified issued created
  category creator subject name email uri url language copyright generator docs ttl comments managingeditor webmaster
  lastbuilddate keywords subtitle tagline rights logo icon loc lastmod publication_date publicationdate genres access caption`.split(
    /\s+/,
  ),
);
const STRUCTURE = new Set(["rss", "channel", "rdf", "feed", "urlset"]);
/** Elements of which the content is an address. */
const ADDRESSES = /^(?:link|guid|id|url|loc|comments|uri)$/;

/**
 * Repairs the markup of a feed, so that one fault in one element costs no other item: end tags that are wrong, missing or too
 * many, CDATA sections and comments that do not end, `<` in texts, default namespaces other than the format's, several
 * channels, names that only few programs know, and an incomplete last item, which is left out. A feed without faults is
 * returned as it is. Takes time linear in the length of the text.
 *
 * @throws Error when it is nested deeper than any feed, or broken throughout
 */
export function repairMarkup(text: string, kind: XmlKind): string {
  return new MarkupRepair(text, kind).repaired();
}

class MarkupRepair {
  readonly #text: string;
  readonly #kind: XmlKind;
  readonly #isRss: boolean;
  readonly #places: NextPlaces;
  readonly #reader: MarkupReader;
  readonly #edits: TextEdits;
  readonly #open: Open[] = [];
  readonly #boundary: RegExp;
  #dropItem: (() => void) | null = null;
  #items = 0;
  /** Characters that may still be read a second time. */
  #budget: number;

  constructor(text: string, kind: XmlKind) {
    this.#text = text;
    this.#kind = kind;
    this.#isRss = kind === "rss" || kind === "rdf";
    this.#places = new NextPlaces(text);
    this.#reader = new MarkupReader(text, this.#places);
    this.#edits = new TextEdits(text);
    this.#boundary = new RegExp(
      `^</?(?:[\\w.-]{1,40}:)?(?:${ITEM[kind]}|channel|feed|rss|urlset)[\\s/>]`,
      "i",
    );
    this.#budget = 100_000 + 4 * text.length;
  }

  repaired(): string {
    for (let at = this.#text.indexOf("<"); at >= 0; at = this.#text.indexOf("<", at))
      at = this.#afterMarkup(at);
    const isCut = this.#open.some(({ local }) => local === ITEM[this.#kind]);
    if (isCut) {
      if (this.#items < 2) throw new Error("no complete item");
      this.#dropItem?.();
      while (this.#open.pop()?.local !== ITEM[this.#kind]);
    }
    const ends = this.#open.map(({ name }) => `</${name}>`).reverse();
    return this.#edits.result(ends.join(""));
  }

  /** Reads what begins with a `<`, and returns the offset of what follows it. */
  #afterMarkup(at: number): number {
    const section = this.#reader.sectionAt(at);
    if (section !== undefined) return this.#afterSection(at, section);
    const tag = this.#reader.tagAt(at);
    if (tag === null) {
      this.#edits.replace(at, at + 1, "&lt;");
      return at + 1;
    }
    return tag.isEnd ? this.#afterEnd(at, tag) : this.#afterStart(at, tag);
  }

  /** A section that does not end loses its beginning. */
  #afterSection(at: number, [start, end]: readonly [string, string]): number {
    const found = this.#places.next(end, at + start.length);
    if (found >= 0) return found + end.length;
    this.#edits.replace(at, at + start.length, "");
    return at + start.length;
  }

  /** An end tag closes the elements within its own; one that belongs to no open element is that of a text, or superfluous. */
  #afterEnd(at: number, { name, end, local }: Tag): number {
    const index = this.#open.findLastIndex(
      (open) => open.name.toLowerCase() === name.toLowerCase(),
    );
    const top = this.#open.at(-1);
    const isFollowed = local === "channel" && this.#places.next("<channel", end) >= 0;
    if (index >= 0 && isFollowed && this.#kind === "rss") {
      this.#edits.replace(at, end, this.#closedTo(index + 1));
    } else if (index >= 0) {
      const inner = this.#closedTo(index + 1);
      const own = this.#closedTo(index);
      if (inner !== "" || own !== `</${name}>`) this.#edits.replace(at, end, inner + own);
    } else if (
      top !== undefined &&
      !top.hasChildren &&
      !this.#isItem(top) &&
      !STRUCTURE.has(top.local)
    ) {
      this.#edits.replace(at, end, this.#closedTo(this.#open.length - 1));
    } else {
      this.#edits.replace(at, end, "");
    }
    return end;
  }

  /** End tags of all elements that are open within the first so many, which they close. */
  #closedTo(depth: number): string {
    const ends: string[] = [];
    while (this.#open.length > depth) ends.push(`</${this.#open.pop()?.name}>`);
    return ends.join("");
  }

  #isItem({ local }: Pick<Open, "local">): boolean {
    return local === ITEM[this.#kind];
  }

  #afterStart(at: number, tag: Tag): number {
    if (this.#isItem(tag)) return this.#afterItemStart(at, tag);
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.hasChildren = true;
    if (tag.local === "channel" && this.#open.some(({ local }) => local === "channel")) {
      this.#edits.replace(at, tag.end, "");
      return tag.end;
    }
    if (TEXTS.has(tag.local) || this.#isOddText(parent, tag)) return this.#afterText(at, tag);
    const repaired = this.#open.length === 0 ? this.#rootTag(tag) : addressesRepaired(tag.text);
    if (repaired !== this.#text.slice(at, tag.end)) this.#edits.replace(at, tag.end, repaired);
    if (!tag.isEmpty) this.#push(tag);
    return tag.end;
  }

  #push(tag: Tag): void {
    if (this.#open.length >= MAX_DEPTH) throw new Error("nested too deep");
    this.#open.push(tag);
  }

  #afterItemStart(at: number, tag: Tag): number {
    const last = this.#open.findLastIndex((open) => this.#isItem(open));
    if (last >= 0) this.#edits.replace(at, at, this.#closedTo(last));
    if (tag.isEmpty) return tag.end;
    this.#dropItem = this.#edits.placeAt(at);
    this.#items += 1;
    this.#push(tag);
    return tag.end;
  }

  /** Within the default namespace of another vocabulary the parser would not know the elements of the format. */
  #rootTag({ text }: Tag): string {
    const isOwn = this.#kind === "atom" && /\sxmlns\s*=\s*["'][^"']*atom/i.test(text);
    const isAny = this.#kind === "rss" || this.#kind === "atom";
    return isAny && !isOwn ? text.replace(/\sxmlns\s*=\s*(?:"[^"]*"|'[^']*')/i, "") : text;
  }

  /** Whether it is an element of an RSS item that no specification knows. */
  #isOddText(parent: Open | undefined, { name }: Tag): boolean {
    return this.#isInRssItem(parent) && (isPicture(name) || knownName(name) !== null);
  }

  #isInRssItem(parent: Open | undefined): boolean {
    return this.#isRss && parent !== undefined && this.#isItem(parent);
  }

  /** Reads an element whose content is a text, up to its end tag or, where that is missing, up to the next tag in its item. */
  #afterText(at: number, tag: Tag): number {
    const parent = this.#open.at(-1);
    if (tag.isEmpty) {
      const element = this.#element(parent, tag, "");
      if (element !== null) this.#edits.replace(at, tag.end, element);
      return tag.end;
    }
    const { from, to, isWhole } = this.#contentOf(tag);
    if (isWhole) {
      const content = this.#text.slice(tag.end, from);
      const element = this.#element(parent, tag, content);
      if (element !== null) this.#edits.replace(at, to, element);
      return to;
    }
    const content = this.#text
      .slice(tag.end, from)
      .replaceAll("<![CDATA[", "")
      .replaceAll("<", "&lt;");
    const element = this.#element(parent, tag, content) ?? `${tag.text}${content}</${tag.name}>`;
    this.#edits.replace(at, to, element);
    return to;
  }

  /** Where the content of a text ends (`from`), and where what follows its end tag begins (`to`). */
  #contentOf(tag: Tag): { readonly from: number; readonly to: number; readonly isWhole: boolean } {
    let firstTag = -1;
    let isWhole = true;
    let at = this.#text.indexOf("<", tag.end);
    for (; at >= 0; at = this.#text.indexOf("<", at + 1)) {
      const section = this.#reader.sectionAt(at);
      if (section !== undefined) {
        const end = this.#sectionEnd(at, section);
        if (end < 0) isWhole = false;
        else at = end;
        continue;
      }
      const end = this.#text[at + 1] === "/" ? this.#reader.tagAt(at) : null;
      if (end?.name === tag.name) return { from: at, to: end.end, isWhole };
      if (this.#boundary.test(this.#text.slice(at, at + 60))) break;
      if (firstTag < 0 && (end !== null || this.#isText(at))) firstTag = at;
    }
    const stop = at < 0 ? this.#text.length : at;
    this.#budget -= stop - tag.end;
    if (this.#budget < 0) throw new Error("broken throughout");
    const from = firstTag < 0 ? stop : firstTag;
    const wrong = this.#text[from + 1] === "/" && from < stop ? this.#reader.tagAt(from) : null;
    const isOthers = wrong !== null && this.#open.some(({ name }) => name === wrong.name);
    return { from, to: wrong === null || isOthers ? from : wrong.end, isWhole: false };
  }

  /** Offset of a section's end; -1 when it does not end: what holds another section and the end of an item is not one section. */
  #sectionEnd(at: number, [start, end]: readonly [string, string]): number {
    const found = this.#places.next(end, at + start.length);
    if (found < 0) return found;
    const nested = this.#places.next(start, at + start.length);
    return nested >= 0 && nested < found && this.#hasItemEnd(at, nested) ? -1 : found;
  }

  #hasItemEnd(from: number, to: number): boolean {
    const end = this.#places.next(`</${ITEM[this.#kind]}>`, from);
    return end >= 0 && end < to;
  }

  /** Whether an element whose content is a text begins at an offset. */
  #isText(at: number): boolean {
    const name = this.#reader.nameAt(at);
    return name !== "body" && TEXTS.has(name.slice(name.indexOf(":") + 1));
  }

  /** What to write instead of an element with a text; `null` when it can stay as it is. */
  #element(parent: Open | undefined, tag: Tag, content: string): string | null {
    const { name, text, local } = tag;
    const isInItem = this.#isInRssItem(parent);
    if (isInItem && isPicture(name)) return thumbnail(text, content);
    if (this.#isRss && /^link$/i.test(name) && content.trim() === "") return linkOfAttribute(text);
    const known = isInItem ? knownName(name) : null;
    if (known !== null) return `<${known}>${content}</${known}>`;
    if (this.#kind === "atom" && /^<(?:[\w.-]+:)?link\s*>$/i.test(text))
      return `<${name} rel="alternate">${addressRepaired(content)}</${name}>`;
    if (tag.isEmpty) {
      const repaired = addressesRepaired(text);
      return repaired === text && !tag.isBroken ? null : repaired;
    }
    const repaired = ADDRESSES.test(local)
      ? addressRepaired(content)
      : withoutNested(content, name);
    const start = addressesRepaired(text);
    return repaired === content && start === text && !tag.isBroken
      ? null
      : `${start}${repaired}</${name}>`;
  }
}
