import { describe, expect, test } from "vitest";
import { content, read, records } from "./reading.ts";

const provider = { name: "The Tribune", domain: "tribune.example" };

describe("an article is read from", () => {
  test("RSS 2.0", () => {
    const feed = `<?xml version="1.0"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>The Tribune</title><link>https://www.tribune.example/</link><language>en-gb</language>
<item>
  <title>Harbour reopens &amp;amp; ships return</title>
  <link>https://www.tribune.example/2026/harbour</link>
  <description><![CDATA[<p>After <b>nine</b> days, the first&nbsp;ship.</p>]]></description>
  <category>World</category><category>Trade</category>
  <guid isPermaLink="false">t-1</guid>
  <pubDate>Mon, 23 Nov 2026 07:30:00 +0100</pubDate>
  <media:content url="https://img.tribune.example/h.jpg" medium="image"/>
</item></channel></rss>`;
    expect(content(feed)).toMatchObject({
      title: "The Tribune",
      language: "en-gb",
      period: null,
      leftOut: { otherSite: 0, unusable: 0, old: 0 },
    });
    expect(content(feed).articles).toEqual([
      {
        key: "tribune.example/2026/harbour",
        hash: expect.stringMatching(/^[a-z\d]{1,7}$/),
        record: {
          title: "Harbour reopens & ships return",
          excerpt: "After nine days, the first ship.",
          publishedDateTime: "2026-11-23T06:30:00Z",
          webUrl: "https://www.tribune.example/2026/harbour",
          type: "article",
          provider,
          language: "en-gb",
          topics: ["World", "Trade"],
          images: [{ url: "https://img.tribune.example/h.jpg" }],
        },
      },
    ]);
  });

  test("RSS 0.91 with a DOCTYPE", () => {
    const feed = `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>The Tribune</title>
<item><title>Harbour reopens</title><link>https://tribune.example/h</link></item></channel></rss>`;
    expect(records(feed)).toEqual([
      { title: "Harbour reopens", webUrl: "https://tribune.example/h", type: "article", provider },
    ]);
  });

  test("RSS 1.0", () => {
    const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://tribune.example/"><title>The Tribune</title><dc:language>fr</dc:language>
<items><rdf:Seq><rdf:li rdf:resource="https://tribune.example/h"/></rdf:Seq></items></channel>
<item rdf:about="https://tribune.example/h"><title>Le port rouvre</title><link>https://tribune.example/h</link>
<description>Neuf jours</description><dc:date>2026-11-23T08:00:00+01:00</dc:date><dc:subject>Monde</dc:subject></item></rdf:RDF>`;
    expect(content(feed).language).toBe("fr");
    expect(records(feed)).toEqual([
      {
        title: "Le port rouvre",
        excerpt: "Neuf jours",
        publishedDateTime: "2026-11-23T07:00:00Z",
        webUrl: "https://tribune.example/h",
        type: "article",
        provider,
        language: "fr",
        topics: ["Monde"],
      },
    ]);
  });

  test("RSS 0.90", () => {
    const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://channel.netscape.com/rdf/simple/0.9/">
<channel><title>The Tribune</title></channel>
<item><title>Harbour reopens</title><link>https://tribune.example/h</link></item></rdf:RDF>`;
    expect(records(feed)).toMatchObject([{ webUrl: "https://tribune.example/h" }]);
  });

  test("Atom 1.0", () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://tribune.example/">
<title type="html">The &lt;i>Tribune&lt;/i></title>
<entry><id>urn:1</id><title>Hafen öffnet: 3 &lt; 4</title>
<link rel="self" href="https://tribune.example/api/1"/><link rel="alternate" type="application/pdf" href="/1.pdf"/>
<link href="/hafen"/><link rel="enclosure" type="image/png" href="/1.png"/>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Nach <b>neun</b> Tagen</div></summary>
<published>2026-11-23T08:00:00+01:00</published><updated>2026-11-23T09:00:00+01:00</updated>
<category term="world" label="Welt"/></entry></feed>`;
    expect(content(feed)).toMatchObject({ title: "The Tribune", language: "de" });
    expect(records(feed)).toEqual([
      {
        title: "Hafen öffnet: 3 < 4",
        excerpt: "Nach neun Tagen",
        publishedDateTime: "2026-11-23T07:00:00Z",
        webUrl: "https://tribune.example/hafen",
        type: "article",
        provider,
        language: "de",
        topics: ["Welt"],
        images: [{ url: "https://tribune.example/1.png" }],
      },
    ]);
  });

  test("Atom with a prefix of its own", () => {
    const feed = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>Harbour</a:title>
<a:link href="https://tribune.example/h"/></a:entry></a:feed>`;
    expect(records(feed)).toMatchObject([{ title: "Harbour" }]);
  });

  test("Atom 0.3", () => {
    const feed = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry>
<title mode="escaped" type="text/html">Harbour &lt;b&gt;reopens&lt;/b&gt;</title>
<link rel="alternate" type="text/html" href="https://tribune.example/h"/><issued>2026-11-23T08:00:00Z</issued></entry></feed>`;
    expect(records(feed)).toMatchObject([
      { title: "Harbour reopens", publishedDateTime: "2026-11-23T08:00:00Z" },
    ]);
  });

  test("JSON Feed 1.1", () => {
    const feed = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Tribune",
      language: "en",
      items: [
        {
          id: "1",
          url: "https://tribune.example/h",
          external_url: "https://elsewhere.example/h",
          title: "Harbour reopens",
          content_html: "<p>After nine days</p>",
          image: "https://tribune.example/h.png",
          date_published: "2026-11-23T08:00:00Z",
          tags: ["World"],
        },
      ],
    });
    expect(records(`\ufeff ${feed}`)).toEqual([
      {
        title: "Harbour reopens",
        excerpt: "After nine days",
        publishedDateTime: "2026-11-23T08:00:00Z",
        webUrl: "https://tribune.example/h",
        type: "article",
        provider,
        language: "en",
        topics: ["World"],
        images: [{ url: "https://tribune.example/h.png" }],
      },
    ]);
  });

  test("JSON Feed 1.0 that has its address as id", () => {
    const items = [{ id: "https://tribune.example/h", title: "Harbour", content_text: "3 < 4" }];
    const feed = { version: "https://jsonfeed.org/version/1", title: "T", items };
    expect(records(JSON.stringify(feed))).toMatchObject([{ title: "Harbour", excerpt: "3 < 4" }]);
  });

  test("a news sitemap", () => {
    const feed = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://tribune.example/h?a=1&amp;b=2</loc><n:news><n:publication><n:name>The Tribune</n:name><n:language>pt</n:language></n:publication>
<n:publication_date>2026-11-23T08:00:00Z</n:publication_date><n:title><![CDATA[Porto & navios]]></n:title><n:keywords>Mundo, Mar</n:keywords></n:news>
<image:image><image:loc>https://tribune.example/h.jpg</image:loc></image:image></url>
<url><loc>https://tribune.example/about</loc></url></urlset>`;
    expect(content(feed)).toMatchObject({ title: "The Tribune", language: "pt" });
    expect(records(feed)).toEqual([
      {
        title: "Porto & navios",
        publishedDateTime: "2026-11-23T08:00:00Z",
        webUrl: "https://tribune.example/h?a=1&b=2",
        type: "article",
        provider,
        language: "pt",
        topics: ["Mundo", "Mar"],
        images: [{ url: "https://tribune.example/h.jpg" }],
      },
    ]);
  });

  test("a video site's Atom", () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/">
<title>T</title><entry><yt:videoId>abc</yt:videoId><title>Harbour</title><link rel="alternate" href="https://tribune.example/watch?v=abc"/>
<media:group><media:description>Nine days</media:description><media:thumbnail url="https://i.tribune.example/abc.jpg"/></media:group></entry></feed>`;
    expect(records(feed)).toMatchObject([
      {
        type: "video",
        excerpt: "Nine days",
        images: [{ url: "https://i.tribune.example/abc.jpg" }],
      },
    ]);
  });
});

test("a sitemap without news is not a feed", () => {
  const page = "<url><loc>https://tribune.example/h</loc></url>";
  expect(read(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${page}</urlset>`)).toBe(
    "not-a-feed",
  );
});
