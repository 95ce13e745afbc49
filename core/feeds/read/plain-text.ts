import { decodeHTMLStrict } from "entities";
import { repairText } from "../../text/repair-text.ts";
import { controlsAsWindows1252 } from "../../text/windows-1252.ts";
import type { FeedText } from "./feed.ts";

/** Longest markup that is read for one text, in UTF-16 code units. */
const MAX_MARKUP = 50_000;
/** Elements whose content is dropped, and comments, up to their end or the end of the text. */
const UNREAD = /<(script|style|template)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
/** Tags of inline elements, which do not separate words. */
const INLINE =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|wbr)(?:\s[^<>]*)?\/?>/gi;
const TAG = /<[!/?]?[a-z][^<>]*(?:>|$)/gi;
/** Markup in plain text, or left after decoding since it was escaped twice: an end tag, or a tag that is common in feeds. */
const STRAY_MARKUP = /<\/[a-z][a-z\d]*\s*>|<(?:br|p|img|div)\b[^<>]*>/i;

/** Signs without width around a text, which editors and templates leave. A joiner within a word belongs to its spelling. */
const INVISIBLE_EDGES =
  /^[\s\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u200b\u200e\u2060\ufeff]+$/g;
/** Places for a line break that are not between letters, as they are in the scripts that have no blanks. */
const USELESS_BREAKS = /(?<![\p{L}\p{M}])\u200b|\u200b(?!\p{L})|[\u2060\ufeff]/gu;

/**
 * A text of a feed as one plain line of at most `maxLength` UTF-16 code units: without tags, scripts, styles and
 * comments, with entities decoded, and repaired like the texts of a record.
 *
 * @example plainText({ text: "<p>Tom &amp;amp; <b>J</b>erry</p>", isMarkup: true }, 100) // "Tom & Jerry"
 */
export function plainText({ text, isMarkup }: FeedText, maxLength: number): string {
  const bounded = text.slice(0, MAX_MARKUP);
  const once = isMarkup ? withoutTags(bounded) : bounded;
  const decoded = decodeHTMLStrict(once);
  const plain = STRAY_MARKUP.test(decoded) ? withoutTags(decoded) : once;
  return withoutInvisible(repairText(controlsAsWindows1252(plain), maxLength).text);
}

function withoutInvisible(text: string): string {
  return text.replace(USELESS_BREAKS, "").replace(INVISIBLE_EDGES, "");
}

function withoutTags(markup: string): string {
  return markup.replace(UNREAD, " ").replace(INLINE, "").replace(TAG, " ");
}
