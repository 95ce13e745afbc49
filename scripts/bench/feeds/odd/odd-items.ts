import { item, type OddFeed, rss } from "./odd-feed.ts";

const dated = (address: string, title: string, hour: number) =>
  item(
    `<title>${title}</title><link>${address}</link><pubDate>Mon, 23 Nov 2026 0${hour}:00:00 GMT</pubDate>`,
  );
const time = (what: string, written: string, publishedDateTime: string | null): OddFeed => ({
  what,
  feed: rss(item(written === "" ? "" : `<pubDate>${written}</pubDate>`)),
  expected: [{ title: "Harbour reopens", publishedDateTime }],
});

/** Times that are missing, wrong, or written in odd ways. */
export const TIMES: readonly OddFeed[] = [
  time("no time", "", null),
  time("a time in the future", "Mon, 23 Nov 2026 10:01:00 GMT", null),
  time("a time at most an hour ahead", "Mon, 23 Nov 2026 09:59:00 GMT", "2026-11-23T09:59:00Z"),
  time("the year 1970", "Thu, 01 Jan 1970 00:00:00 GMT", null),
  time("a word", "today", null),
  time("a weekday that is wrong", "Fri, 23 Nov 2026 08:00:00 +0100", "2026-11-23T07:00:00Z"),
  time("a zone of summer time by name", "Mon, 23 Nov 2026 08:00:00 CEST", "2026-11-23T06:00:00Z"),
  time("a year of two digits", "23 Nov 26 08:00 GMT", "2026-11-23T08:00:00Z"),
  time("a day alone", "2026-11-22", "2026-11-22T00:00:00Z"),
];

/** Addresses and ids that are missing, relative, or duplicate. */
export const ADDRESSES: readonly OddFeed[] = [
  {
    what: "a link that is relative to the feed",
    feed: rss(item("<link>../a</link>")),
    expected: [{ webUrl: "https://feeds.tribune.example/a" }],
  },
  {
    what: "no link, but a guid that is an address",
    feed: rss(item("<link/><guid>https://tribune.example/g</guid>")),
    expected: [{ webUrl: "https://tribune.example/g" }],
  },
  {
    what: "no link, and a guid that is marked as no address",
    feed: rss(item('<link/><guid isPermaLink="false">https://tribune.example/g</guid>')),
    expected: [],
  },
  {
    what: "links to a click counter, with the article's own as guid",
    feed: rss(item("<link>https://count.example/1</link><guid>https://tribune.example/g</guid>")),
    expected: [{ webUrl: "https://tribune.example/g" }],
  },
  {
    what: "one article at three addresses",
    feed: rss(
      dated("https://tribune.example/a", "First", 1) +
        dated("https://www.tribune.example/a/?utm_source=rss", "Second", 3) +
        dated("https://tribune.example/a/amp", "Third", 2),
    ),
    expected: [{ title: "Second" }],
  },
  {
    what: "one guid of three articles, two of them with one title",
    feed: rss(
      ["Same", "Same", "Other"]
        .map((title, i) =>
          item(`<title>${title}</title><link>/${i}</link><guid isPermaLink="false">1</guid>`),
        )
        .join(""),
    ),
    expected: [{ title: "Same" }, { title: "Other" }],
  },
  {
    what: "no title",
    feed: rss(item("<title/>")),
    expected: [],
  },
];
