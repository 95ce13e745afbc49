import { MINUTE } from "../../durations.ts";
import { Fields } from "../../record/fields.ts";
import { type Feed, type FeedItem, MAX_ITEMS_PARSED, markup } from "./feed.ts";
import { longerWait } from "./freshness.ts";
import { mediaOf } from "./item-media.ts";
import { addressIds, defined } from "./item-values.ts";

/**
 * Reads RSS 2.0 whose elements are written as JSON (https://github.com/scripting/Scripting-News/tree/master/rss-in-json): `{"rss":
 * {"channel": {"item": […]}}}`; `null` when the text is no such thing.
 */
export function readRssInJson(text: string): Feed | null {
  if (!/^\s*\{\s*"rss"\s*:/.test(text)) return null;
  const rss = fieldsOf(fieldsOf(JSON.parse(text))?.get("rss"));
  const channel = fieldsOf(listOf(rss?.get("channel"))[0]);
  if (channel === null) return null;
  const ttl = Number(textOf(channel.get("ttl")));
  const title = textOf(channel.get("title"));
  const items = listOf(channel.get("item")).slice(0, MAX_ITEMS_PARSED);
  return {
    title: title === undefined ? null : markup(title),
    site: textOf(channel.get("link")) ?? "",
    language: textOf(channel.get("language")) ?? "",
    period: longerWait(ttl > 0 ? ttl * MINUTE : null, null),
    items: items.flatMap((item) => {
      const fields = fieldsOf(item);
      return fields === null ? [] : [itemOf(fields)];
    }),
  };
}

function itemOf(item: Fields): FeedItem {
  const guid = item.get("guid");
  const isAddress = String(attributeOf(guid, "isPermaLink") ?? true) !== "false";
  const enclosures = listOf(item.get("enclosure")).map((enclosure) => ({
    url: String(attributeOf(enclosure, "url") ?? ""),
    type: String(attributeOf(enclosure, "type") ?? ""),
  }));
  const texts = (name: string) => listOf(item.get(name)).map(textOf);
  return {
    id: textOf(guid) ?? "",
    titles: defined(texts("title")).map(markup),
    excerpts: defined([...texts("description"), ...texts("content:encoded")]).map(markup),
    links: [...defined(texts("link")), ...(isAddress ? addressIds(textOf(guid)) : [])],
    base: [],
    times: defined([...texts("pubDate"), ...texts("dc:date")]),
    topics: defined(texts("category")),
    ...mediaOf(undefined, enclosures),
    language: "",
    kinds: [],
    authors: defined(texts("dc:creator")),
    isPaid: false,
  };
}

function fieldsOf(value: unknown): Fields | null {
  return Fields.of(value, "");
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The text of an element, which is an object where the element has attributes. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value;
  const fields = fieldsOf(value);
  const text = ["#value", "#text", "$t", "_", "value"].map((name) => fields?.get(name));
  return text.find((one) => typeof one === "string");
}

function attributeOf(value: unknown, name: string): unknown {
  const fields = fieldsOf(value);
  return [name, `@${name}`, `-${name}`]
    .map((one) => fields?.get(one))
    .find((one) => one !== undefined);
}
