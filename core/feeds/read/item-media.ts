import type { FeedItem } from "./feed.ts";
import { defined } from "./item-values.ts";

/** The fields of Media RSS (https://www.rssboard.org/media-rss) that are used. */
interface Media extends MediaFiles {
  readonly groups?: readonly MediaFiles[];
}

interface MediaFiles {
  readonly contents?: readonly MediaFile[];
  readonly thumbnails?: readonly { readonly url?: string }[];
}

interface MediaFile {
  readonly url?: string;
  readonly type?: string;
  readonly medium?: string;
  /** Pixels. */
  readonly width?: number;
  readonly thumbnails?: readonly { readonly url?: string }[];
}

/** The end of a media type, which some feeds write alone. */
const KINDS_OF_FILES = {
  image: /^\.?(?:jpe?g|pjpeg|png|webp|gif|avif)$/i,
  video: /^\.?(?:mp4|m4v|mpeg4?|webm|mov|quicktime)$/i,
} as const;

/** The pictures of an item, and whether it is a video: it has one, and no picture other than the video's thumbnails. */
export function mediaOf(
  media: Media | undefined,
  enclosures: readonly MediaFile[],
): Pick<FeedItem, "images" | "isVideo"> {
  const groups = media === undefined ? [] : [media, ...(media.groups ?? [])];
  const files = [...enclosures, ...groups.flatMap(({ contents = [] }) => contents)];
  // Many outlets list one picture in several widths, the narrowest first.
  const pictures = files
    .filter((file) => isOf(file, "image"))
    .toSorted((one, other) => (other.width ?? 0) - (one.width ?? 0));
  const thumbnails = [...groups, ...files].flatMap((one) =>
    "thumbnails" in one ? (one.thumbnails ?? []) : [],
  );
  return {
    images: defined([...pictures, ...thumbnails].map(({ url }) => url)),
    isVideo: pictures.length === 0 && files.some((file) => isOf(file, "video")),
  };
}

function isOf({ type = "", medium = "", url = "" }: MediaFile, kind: "image" | "video"): boolean {
  const stated = `${medium} ${type}`.toLowerCase();
  const known = /(?:^|\s)(image|video|audio|text|document)(?:$|\s|\/)/.exec(stated)?.[1];
  if (known !== undefined) return known === kind;
  if (KINDS_OF_FILES[kind].test(type)) return true;
  const isUnknown = stated.trim() === "" || /octet-stream|unknown/.test(stated);
  return isUnknown && kind === "image" && /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url);
}
