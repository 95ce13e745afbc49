import { sealBytes, unsealBytes } from "../segment/block-codec.ts";
import type { TermWithRarity } from "../story/match/feature-vector.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";
import type { StoredArticle } from "./format.ts";

/** Stands for `related` of an article with a record of its own. */
const OWN = 0;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Separates terms, which never contain it. */
const SEPARATOR = "\n";

/**
 * Writes an article: time and place, all its terms as one text, which of them are details and which are names of countries
 * (one bit each, the first term's the lowest), then the weight and the rarity of each. There are 32 terms at most.
 */
export function writeArticle(writer: ByteWriter, { published, place, terms }: StoredArticle): void {
  writer.float64(published ?? Number.NaN);
  writer.varint(place.start);
  writer.varint(place.length);
  writer.varint(place.index);
  writer.varint(place.related === null ? OWN : place.related + 1);
  const bytes = encoder.encode(terms.map(({ text }) => text).join(SEPARATOR));
  writer.varint(terms.length);
  writer.varint(bytes.length);
  writer.bytes(bytes);
  writer.varint(bitsOf(terms.map(({ isDetail }) => isDetail)));
  writer.varint(bitsOf(terms.map(({ isCountryName }) => isCountryName)));
  for (const { weight, rarity } of terms) {
    writer.byte(weight);
    writer.byte(rarity);
  }
}

/** Reads what `writeArticle` has written. */
export function readArticle(cursor: ByteCursor): StoredArticle {
  const published = cursor.float64();
  const start = cursor.varint();
  const length = cursor.varint();
  const index = cursor.varint();
  const related = cursor.varint();
  const count = cursor.varint();
  const texts = decoder.decode(cursor.bytes(cursor.varint())).split(SEPARATOR);
  const details = cursor.varint();
  const countryNames = cursor.varint();
  const terms: TermWithRarity[] = [];
  for (let i = 0; i < count; i++) {
    const term = { text: texts[i] ?? "", weight: cursor.byte(), rarity: cursor.byte() };
    if (isBitSet(details, i)) terms.push({ ...term, isDetail: true });
    else terms.push(isBitSet(countryNames, i) ? { ...term, isCountryName: true } : term);
  }
  return {
    published: Number.isNaN(published) ? null : published,
    place: { start, length, index, related: related === OWN ? null : related - 1 },
    terms,
  };
}

/** A number with one bit for each flag, the first one's the lowest. */
function bitsOf(flags: readonly (boolean | undefined)[]): number {
  return flags.reduce((bits, flag, i) => bits + (flag === true ? 2 ** i : 0), 0);
}

function isBitSet(bits: number, i: number): boolean {
  return Math.floor(bits / 2 ** i) % 2 === 1;
}

/** A `texts` block: the number of articles, where each begins (4 bytes each), then the articles. */
export function encodeTexts(articles: readonly StoredArticle[]): Uint8Array<ArrayBuffer> {
  const body = new ByteWriter();
  const starts = articles.map((article) => {
    const start = body.length;
    writeArticle(body, article);
    return start;
  });
  const head = new ByteWriter();
  head.uint32(articles.length);
  for (const start of starts) head.uint32(start);
  head.bytes(body.take());
  return sealBytes(head.take());
}

/**
 * The articles at some places of a block. Places that the block does not have are left out.
 *
 * @throws DamagedBlockError
 */
export function decodeTexts(
  name: string,
  bytes: Uint8Array,
  places: readonly number[],
): (readonly [place: number, article: StoredArticle])[] {
  const content = unsealBytes(name, bytes);
  const head = new ByteCursor(content);
  const count = head.uint32();
  return places
    .filter((place) => place < count)
    .map((place) => {
      head.at = 4 + 4 * place;
      return [place, readArticle(new ByteCursor(content, 4 + 4 * count + head.uint32()))] as const;
    });
}
