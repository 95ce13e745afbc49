import { DamagedBlockError, sealBytes, unsealBytes } from "./block-codec.ts";
import { type ArticlePlace, MAX_NAMED_BY, type RecordPlace } from "./format.ts";

/** The records for one URL key. */
export interface UrlEntry {
  /** The article's own record, if it has one. */
  readonly own: ArticlePlace | null;
  /** Records that name the article as related, latest first, at most `MAX_NAMED_BY`. */
  readonly namedBy: readonly ArticlePlace[];
  /** The number of all records that name it. */
  readonly namedByCount: number;
}

/**
 * A bucket of URL keys has rows of 18 bytes, big-endian: fingerprint (4), start (6), length (4), index (2),
 * related (2). `related` is the index in the list of the naming record, `OWN` in a row for the article's own
 * record, and `COUNT` in a row whose start is the number of records that name the article.
 */
const ROW_BYTES = 18;
const OWN = 0xffff;
const COUNT = 0xfffe;
/** The most related articles of one record that are indexed: their index has to fit into a row. */
export const MAX_RELATED = COUNT;

/** The bytes of a bucket, sealed. */
export function encodeUrlBucket(
  entries: readonly (readonly [fingerprint: number, entry: UrlEntry])[],
): Uint8Array<ArrayBuffer> {
  const rows: { fingerprint: number; place: ArticlePlace; related: number }[] = [];
  for (const [fingerprint, { own, namedBy, namedByCount }] of entries) {
    if (own !== null) rows.push({ fingerprint, place: own, related: OWN });
    for (const place of namedBy) rows.push({ fingerprint, place, related: place.related ?? OWN });
    // Without a row for the count, it is the number of the rows.
    if (namedByCount > namedBy.length) {
      const place = { start: namedByCount, length: 0, index: 0, related: null };
      rows.push({ fingerprint, place, related: COUNT });
    }
  }
  const view = new DataView(new ArrayBuffer(rows.length * ROW_BYTES));
  for (const [i, { fingerprint, place, related }] of rows.entries()) {
    const at = i * ROW_BYTES;
    view.setUint32(at, fingerprint);
    view.setUint16(at + 4, Math.floor(place.start / 2 ** 32));
    view.setUint32(at + 6, place.start % 2 ** 32);
    view.setUint32(at + 10, place.length);
    view.setUint16(at + 14, place.index);
    view.setUint16(at + 16, related);
  }
  return sealBytes(new Uint8Array(view.buffer));
}

/**
 * The entry of a bucket with a fingerprint; `null` when there is none.
 *
 * @throws DamagedBlockError
 */
export function findInUrlBucket(
  name: string,
  bytes: Uint8Array,
  fingerprint: number,
): UrlEntry | null {
  const view = rowsOf(name, bytes);
  let own: ArticlePlace | null = null;
  let count: number | null = null;
  const namedBy: ArticlePlace[] = [];
  for (let at = 0; at < view.byteLength; at += ROW_BYTES) {
    if (view.getUint32(at) !== fingerprint) continue;
    const { place, related } = rowAt(view, at);
    if (related === COUNT) count = place.start;
    else if (related === OWN) own = { ...place, related: null };
    else if (namedBy.length < MAX_NAMED_BY) namedBy.push({ ...place, related });
  }
  if (own === null && namedBy.length === 0) return null;
  return { own, namedBy, namedByCount: count ?? namedBy.length };
}

/**
 * The fingerprints of all keys in a bucket, each once.
 *
 * @throws DamagedBlockError
 */
export function fingerprintsInUrlBucket(name: string, bytes: Uint8Array): Set<number> {
  const view = rowsOf(name, bytes);
  const fingerprints = new Set<number>();
  for (let at = 0; at < view.byteLength; at += ROW_BYTES) fingerprints.add(view.getUint32(at));
  return fingerprints;
}

/**
 * The places of all articles that a bucket leads to.
 *
 * @throws DamagedBlockError
 */
export function placesInUrlBucket(name: string, bytes: Uint8Array): ArticlePlace[] {
  const view = rowsOf(name, bytes);
  const places: ArticlePlace[] = [];
  for (let at = 0; at < view.byteLength; at += ROW_BYTES) {
    const { place, related } = rowAt(view, at);
    if (related !== COUNT) places.push({ ...place, related: related === OWN ? null : related });
  }
  return places;
}

/** The place and the number `related` in a row. */
function rowAt(view: DataView, at: number): { place: RecordPlace; related: number } {
  const start = view.getUint16(at + 4) * 2 ** 32 + view.getUint32(at + 6);
  const place = { start, length: view.getUint32(at + 10), index: view.getUint16(at + 14) };
  return { place, related: view.getUint16(at + 16) };
}

function rowsOf(name: string, bytes: Uint8Array): DataView {
  const rows = unsealBytes(name, bytes);
  if (rows.length % ROW_BYTES !== 0) throw new DamagedBlockError(name);
  return new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
}
