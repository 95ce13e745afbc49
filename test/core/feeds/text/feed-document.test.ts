import { describe, expect, test } from "vitest";
import { feedDocument } from "../../../../core/feeds/text/feed-document.ts";

describe("a feed's format is recognised by its content:", () => {
  test.each([
    ['<rss version="2.0">', "rss"],
    ['<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- hello <html> -->\n<rss>', "rss"],
    ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "rdf"],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', "atom"],
    ['<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', "atom"],
    ["<urlset>", "news-sitemap"],
    ["\n {", "json"],
    ["<!DOCTYPE html><html>", "web-page"],
    ["<html lang=en>", "web-page"],
    ["Moved <!doctype   html>", "web-page"],
    ["Moved <htmlx>", "other"],
    ["<!doctype html>\n<title>Log in</title>", "web-page"],
    ["<p>Moved</p><html><body>", "web-page"],
    ['<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "about:blank"><rss>', "rss"],
    ["<b>Warning</b>: no database in /srv/feed.php\n<?xml version='1.0'?><rss>", "rss"],
    [`<b>Warning</b>: ${"x".repeat(2000)}<?xml version='1.0'?><rss>`, "other"],
    ["<sitemapindex>", "other"],
    ["<opml>", "other"],
    ["%PDF-1.7", "other"],
    ["", "other"],
    ["<", "other"],
    ["<!--", "other"],
    ["<?xml", "other"],
  ])("%.80s", (text, kind) => {
    expect(feedDocument(text).kind).toBe(kind);
  });
});

describe("a DOCTYPE is removed", () => {
  test.each([
    ["a plain one", "<!DOCTYPE rss>"],
    [
      "one with a public name",
      '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://a.example/x.dtd">',
    ],
    ["one that declares an entity", '<!DOCTYPE rss [<!ENTITY a "b">]>'],
    ["one with its end in a text", `<!DOCTYPE rss [<!ENTITY a "]>"><!ENTITY b '<rss>'>]>`],
    ["one with its end in a comment", "<!DOCTYPE rss [<!-- ]> ' \" -->]>"],
    ["two", "<!DOCTYPE rss><!DOCTYPE rss>"],
    ["one with a tag in it", '<!DOCTYPE rss [<!ENTITY a "b"><html>]>'],
    ["one with quotes that hold brackets", `<!DOCTYPE rss SYSTEM "a>b" [<!ENTITY a '>'>]>`],
  ])("%s", (_, doctype) => {
    expect(feedDocument(`<?xml version="1.0"?>${doctype}<rss>&a;</rss>`)).toEqual({
      kind: "rss",
      text: "<rss>&a;</rss>",
    });
  });

  test("that never ends, with everything after it", () => {
    expect(feedDocument('<!DOCTYPE rss [<!ENTITY a "<rss></rss>').kind).toBe("other");
  });
});

test.each([
  ["hexadecimal", "a &#xD83C;&#xDF40; b"],
  ["decimal", "a &#55356;&#57152; b"],
  ["escaped twice", "a &amp;#xd83c;&amp;#xdf40; b"],
])("references to both halves of a surrogate pair are its character: %s", (_, text) => {
  expect(feedDocument(`<rss>${text}</rss>`).text).toBe("<rss>a \u{1f340} b</rss>");
});

test("references to one half of a surrogate pair stay", () => {
  const text = "<rss>&#xD83C; &#57152;&#xD83C;</rss>";
  expect(feedDocument(text).text).toBe(text);
});
