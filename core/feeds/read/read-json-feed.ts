import { parseJsonFeed } from "feedsmith";
import { isShallow } from "../../import/text/json-depth.ts";
import { type Feed, MAX_ITEMS_PARSED, markup, plain } from "./feed.ts";
import { mediaOf } from "./item-media.ts";
import { addressIds, defined } from "./item-values.ts";
import { readRssInJson } from "./read-rss-in-json.ts";

/**
 * Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), and RSS in JSON. `external_url` is ignored: it is a page on another
 * site that the item is about.
 *
 * @throws Error when the text is too broken to read
 */
export function readJsonFeed(text: string): Feed {
  if (!isShallow(text)) throw new Error("nested too deep");
  const rss = readRssInJson(text);
  if (rss !== null) return rss;
  const feed = parseJsonFeed<string>(text, { maxItems: MAX_ITEMS_PARSED });
  return {
    title: feed.title === undefined ? null : plain(feed.title),
    site: feed.home_page_url ?? "",
    language: feed.language ?? "",
    period: null,
    items: (feed.items ?? []).map((item) => {
      const { id, url, title, summary, content_text, content_html, tags = [] } = item;
      const { language = "", authors = [] } = item;
      const files = (item.attachments ?? []).map((file) => ({
        ...(file.url !== undefined && { url: file.url }),
        ...(file.mime_type !== undefined && { type: file.mime_type }),
      }));
      const { images, isVideo } = mediaOf(undefined, files);
      return {
        id: id ?? "",
        titles: defined([title]).map(plain),
        excerpts: [
          ...defined([summary, content_text]).map(plain),
          ...defined([content_html]).map(markup),
        ],
        links: [...defined([url]), ...addressIds(id)],
        base: [],
        times: defined([item.date_published, item.date_modified]),
        topics: tags,
        images: [...defined([item.image, item.banner_image]), ...images],
        isVideo,
        language,
        kinds: [],
        authors: defined(authors.map(({ name }) => name)),
        isPaid: false,
      };
    }),
  };
}
