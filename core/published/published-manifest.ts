import * as z from "zod/mini";
import { dataSetManifest } from "../data-set/data-set.ts";
import { hostName } from "../record/article-record.ts";
import { ONE_LINE, repairBy, WELL_FORMED } from "../text/repair-steps.ts";

/** The format that this code reads and writes. */
export const MANIFEST_FORMAT = 1;
/** The largest manifest that is read, in bytes. One with `MAX_FILES` files has about 3.5 MB. */
export const MAX_MANIFEST_BYTES = 4_000_000;
/** The most files of a published data set: 27 years, if each file holds a day. */
export const MAX_FILES = 10_000;
/** The largest file, in bytes. With this, all files together have a number of bytes that is exact. */
const MAX_FILE_BYTES = 2 ** 32;
/** The most outlets that a manifest names; `outletCount` says how many there are. */
export const MAX_NAMED_OUTLETS = 50;
/** The longest text of a manifest, in UTF-16 code units. */
const MAX_TEXT = 1000;

const count = z.int().check(z.nonnegative());
const version = z.int().check(z.positive());
/** UTC: `2026-11-30T04:00:00Z`. */
const time = z.iso.datetime();
/** 32 and 64 bytes in base64. The last character has unused bits, which are 0, so each value is written in one way. */
const KEY = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const SIGNATURE = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

/** The name of a published file: its SHA-256 in lower-case hex, and the ending. */
export const FILE_NAME = /^[0-9a-f]{64}\.dataset$/;

/** A letter, number, sign or mark: a name of spaces without width alone cannot be seen. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const language = z.string().check(z.regex(/^[a-z]{2,3}$/));

/** One file of a published data set: immutable, named by its content. */
export const publishedFile = z.object({
  name: z.string().check(z.regex(FILE_NAME)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.positive(), z.maximum(MAX_FILE_BYTES)),
  /** Version of the file format (`docs/format.md`). */
  format: version,
  /** Articles that have a record of their own. */
  records: count,
  /** Distinct articles, including those that are only named as related. */
  articles: count,
  outlets: count,
  /** Earliest and latest publication time of its records; `null` when none has one. */
  from: z.nullable(time),
  to: z.nullable(time),
  /** What the file holds: a day (`2026-11-30`), a month (`2026-11`), a language (`en`), `undated`, or `all`. */
  partition: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  /** BCP 47 primary subtag of its articles, `und` when it is not known; `null` when the file holds any languages. */
  language: z.nullable(language),
});

/** An outlet that the data set has articles of. */
const publishedOutlet = z.object({
  /** Registrable domain. */
  site: hostName,
  name: oneLine(MAX_TEXT),
  /** Records of its articles. */
  articles: count,
});

/** What a publisher says about a data set and its files, in a file `manifest.json`. See `docs/publishing.md`. */
export const publishedManifest = z.object({
  ...dataSetManifest.shape,
  name: z.pipe(oneLine(MAX_TEXT), dataSetManifest.shape.name.check(z.regex(VISIBLE))),
  description: oneLine(MAX_TEXT),
  licence: oneLine(MAX_TEXT),
  source: oneLine(MAX_TEXT),
  format: z.literal(MANIFEST_FORMAT),
  /** Rises with each manifest that is published. */
  version,
  published: time,
  /** From then on, a subscriber takes it for one that somebody holds back updates of. */
  expires: time,
  /** The publisher's Ed25519 public key: 32 bytes in base64. */
  key: z.string().check(z.regex(KEY)),
  files: z.array(publishedFile).check(z.maxLength(MAX_FILES)),
  /** The outlets with the most articles, at most `MAX_NAMED_OUTLETS`. */
  outlets: z.array(publishedOutlet).check(z.maxLength(MAX_NAMED_OUTLETS)),
  outletCount: count,
  /** Ed25519 signature over `signedBytes`: 64 bytes in base64. */
  signature: z.string().check(z.regex(SIGNATURE)),
});

export type PublishedFile = z.infer<typeof publishedFile>;
export type PublishedManifest = z.infer<typeof publishedManifest>;

/** Text for display: one line without control characters and overrides of direction. */
function oneLine(maxLength: number) {
  return z.pipe(
    z.string(),
    z.transform((text) => repairBy([WELL_FORMED, ...ONE_LINE], text, maxLength).text),
  );
}
