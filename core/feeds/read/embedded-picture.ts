import type { FeedText } from "./feed.ts";

/** Most markup of a text that is searched, in UTF-16 code units, and most pictures that are looked at. */
const MAX_MARKUP = 50_000;
const MAX_PICTURES = 20;
/** Pictures narrower or lower than this are signs, faces or counters, CSS pixels. */
const MIN_SIDE = 50;
/** Addresses of pictures that count readers, fill space or stand for a word. */
const NO_PICTURE =
  /pixel|1x1|spacer|blank\.|\/(?:b|c|s|t)\.gif|feedburner|feedsportal|doubleclick|\/count|counter|tracker|analytics|emoji|smil(?:ey|ies)|avatar|gravatar|icon|logo|badge|\/ads?\//i;

/**
 * The addresses of the pictures that stand in the markup of an item's texts, which is where many feeds have their only one.
 * Those that count who reads are left out.
 */
export function embeddedPictures(texts: readonly FeedText[]): string[] {
  return texts.flatMap(({ text, isMarkup }) => {
    if (!isMarkup) return [];
    const tags = text.slice(0, MAX_MARKUP).match(/<img\s[^<>]{1,4000}>/gi) ?? [];
    return tags.slice(0, MAX_PICTURES).flatMap((tag) => {
      const isSmall = ["width", "height"].some((side) => isBelowLeast(attribute(tag, side)));
      const address = attribute(tag, "data-src") ?? attribute(tag, "src") ?? "";
      const isUsable = address !== "" && !/^data:/i.test(address) && !NO_PICTURE.test(address);
      return isSmall || !isUsable ? [] : [address];
    });
  });
}

function isBelowLeast(side: string | undefined): boolean {
  const [length] = /^\d+/.exec(side ?? "") ?? [];
  return length !== undefined && Number(length) < MIN_SIDE && !side?.includes("%");
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    tag,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
