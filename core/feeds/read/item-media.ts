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
  readonly thumbnails?: readonly { readonly url?: string }[];
}

/** The pictures of an item, and whether it is a video: it has one, and no picture other than the video's thumbnails. */
export function mediaOf(
  media: Media | undefined,
  enclosures: readonly MediaFile[],
): Pick<FeedItem, "images" | "isVideo"> {
  const groups = media === undefined ? [] : [media, ...(media.groups ?? [])];
  const files = [...enclosures, ...groups.flatMap(({ contents = [] }) => contents)];
  const pictures = files.filter((file) => isOf(file, "image"));
  const thumbnails = [...groups, ...files].flatMap((one) =>
    "thumbnails" in one ? (one.thumbnails ?? []) : [],
  );
  return {
    images: defined([...pictures, ...thumbnails].map(({ url }) => url)),
    isVideo: pictures.length === 0 && files.some((file) => isOf(file, "video")),
  };
}

function isOf({ type = "", medium = "", url = "" }: MediaFile, kind: "image" | "video"): boolean {
  if (type !== "" || medium !== "") return medium === kind || type.startsWith(`${kind}/`);
  return kind === "image" && /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url);
}
