import { bytes, item, type OddFeed, rss } from "./odd-feed.ts";

const two = ["a", "b"]
  .map((path) => item(`<title>Title ${path}</title><link>https://tribune.example/${path}</link>`))
  .join("");
const latin = '<?xml version="1.0" encoding="ISO-8859-1"?>';

/** What servers send instead of a feed. */
export const NO_FEEDS: readonly OddFeed[] = [
  {
    what: "a network's log-in page",
    feed: "<!doctype html><html><head><title>Log in</title></head><body>Wi-Fi</body></html>",
    contentType: "application/rss+xml",
    expected: "web-page",
  },
  {
    what: "a web page in XML",
    feed: '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>',
    expected: "web-page",
  },
  { what: "nothing", feed: "", expected: "not-a-feed" },
  { what: "words", feed: "Service unavailable", expected: "not-a-feed" },
  {
    what: "a list of feeds",
    feed: '<opml version="2.0"><body><outline xmlUrl="https://tribune.example/rss"/></body></opml>',
    expected: "not-a-feed",
  },
  {
    what: "an index of sitemaps",
    feed: "<sitemapindex><sitemap><loc>https://tribune.example/s.xml</loc></sitemap></sitemapindex>",
    expected: "not-a-feed",
  },
  { what: "other JSON", feed: '{"status":"ok","articles":[]}', expected: "not-a-feed" },
  {
    what: "a picture",
    feed: bytes(0x89, "PNG\r\n", 0x1a, "\n", 0, 0, 0, 13, "IHDR", 0, 0, 0, 1),
    expected: "not-a-feed",
  },
  {
    what: "JSON that is nested a hundred thousand deep",
    feed: () => `{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(100_000)}`,
    expected: "not-a-feed",
  },
  {
    what: "XML that is nested a hundred thousand deep",
    feed: () => `<rss version="2.0"><channel>${"<a>".repeat(100_000)}`,
    expected: "not-a-feed",
  },
];

/** Broken XML and JSON that can still be read. */
export const BROKEN: readonly OddFeed[] = [
  {
    what: "cut off in the middle of an item",
    feed: rss(two).slice(0, rss(two).lastIndexOf("</title>")),
    expected: [{ title: "Title a" }],
  },
  {
    what: "ampersands that are not escaped",
    feed: rss(item("<title>Fish & chips</title><link>https://tribune.example/?a=1&b=2</link>")),
    expected: [{ title: "Fish & chips", webUrl: "https://tribune.example/?a=1&b=2" }],
  },
  {
    what: "entities of HTML, and an unknown one",
    feed: rss(item("<title>Caf&eacute; &nosuch; &#8212; x</title>")),
    expected: [{ title: "Café &nosuch; — x" }],
  },
  {
    what: "control characters",
    feed: rss(item("<title>a\u0000\u0008b\u001fc</title>")),
    expected: [{ title: "abc" }],
  },
  {
    what: "an error message of the server before it",
    feed: `<br />\n<b>Notice</b>: x in /y.php\n${rss(two)}`,
    expected: [{ title: "Title a" }, { title: "Title b" }],
  },
  {
    what: "blank lines before the declaration",
    feed: `\n\n  ${rss(two)}`,
    expected: [{ title: "Title a" }, { title: "Title b" }],
  },
  {
    what: "no items",
    feed: rss(""),
    expected: [],
  },
  {
    what: "markup in a title, escaped twice",
    feed: rss(item("<title>&amp;lt;b&amp;gt;Harbour&amp;lt;/b&amp;gt; reopens</title>")),
    expected: [{ title: "Harbour reopens" }],
  },
  {
    what: "a title in CDATA with markup in it",
    feed: rss(item("<title><![CDATA[<em>Harbour</em> &amp; port]]></title>")),
    expected: [{ title: "Harbour & port" }],
  },
  {
    what: "broken JSON",
    feed: '{"version":"https://jsonfeed.org/version/1.1","items":[',
    expected: "not-a-feed",
  },
];

/** Wrong statements about the encoding. */
export const ENCODINGS: readonly OddFeed[] = [
  {
    what: "UTF-8 that the header calls Latin-1",
    feed: rss(item("<title>Żółć</title>")),
    contentType: "text/xml; charset=ISO-8859-1",
    expected: [{ title: "Żółć" }],
  },
  {
    what: "UTF-8 that the declaration calls Windows-1251",
    feed: rss(item("<title>Приве́т</title>"), '<?xml version="1.0" encoding="windows-1251"?>'),
    expected: [{ title: "Приве́т" }],
  },
  {
    what: "Latin-1 that the header calls UTF-8",
    feed: bytes(rss(item("<title>caf\u00e9</title>"), latin)),
    contentType: "text/xml; charset=utf-8",
    expected: [{ title: "café" }],
  },
  {
    what: "Latin-1 without any declaration",
    feed: bytes(rss(item("<title>caf\u00e9</title>"), "")),
    expected: [{ title: "café" }],
  },
  {
    what: "an unknown encoding",
    feed: rss(item("<title>Café</title>")),
    contentType: "text/xml; charset=klingon",
    expected: [{ title: "Café" }],
  },
  {
    what: "a byte order mark before JSON",
    feed: '\ufeff{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"https://tribune.example/a","title":"A"}]}',
    contentType: "text/html; charset=latin1",
    expected: [{ title: "A" }],
  },
];
