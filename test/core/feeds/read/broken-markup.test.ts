import { describe, expect, test } from "vitest";
import { item, read, records, rss } from "./reading.ts";

const first = (parts: string) => `<item><title>Ice melts</title><link>/ice</link>${parts}</item>`;
const SECOND = "<item><title>Snow falls</title><link>/snow</link></item>";
const titles = (feed: string) => records(feed).map(({ title }) => title);

describe("one fault in one element costs no item:", () => {
  test.each([
    ["a wrong end tag of a text", first("<description>Warm</descripton>")],
    ["a wrong end tag of another element", first("<extra>Warm</extro>")],
    ["a missing end tag", first("<description>Warm")],
    ["an end tag in other case", first("<Description>Warm</description>")],
    ["an end tag too many", first("</b></description>")],
    ["a section that does not end", first("<description><![CDATA[Warm</description>")],
    ["a comment that does not end in a text", first("<description>Warm <!-- day</description>")],
    ["an instruction that does not end in a text", first("<description>Warm <?php</description>")],
    ["a text with a sign of less", first("<description>a<b < 5 <3</description>")],
    ["a text with tags that do not end", first("<description><p>Warm<br><b>day</description>")],
    ["a text within another of its name", first("<description>A <description>b</description>")],
    ["a tag that does not end", first("<media:content url='/a' ")],
    ["a quote that does not end", first('<media:content url="/a></media:content>')],
    ["an item that does not end", first("").replace("</item>", "")],
  ])("%s", (_, broken) => {
    expect(titles(rss(broken + SECOND))).toContain("Snow falls");
    expect(titles(rss(SECOND + broken))).toContain("Snow falls");
  });

  test("the faulty item itself is read as far as it goes", () => {
    expect(titles(rss(first("<description><![CDATA[Warm</description>") + SECOND))).toEqual([
      "Ice melts",
      "Snow falls",
    ]);
  });

  test("a section that does not end, before items with sections that do", () => {
    const items = [
      first("<description><![CDATA[Warm</description>"),
      "<item><title><![CDATA[Snow & rain]]></title><link>/snow</link></item>",
    ];
    expect(titles(rss(items.join("")))).toEqual(["Ice melts", "Snow & rain"]);
  });

  test("a wrong end tag in the head", () => {
    expect(titles(rss(SECOND, "<description>All</descriptoin>"))).toEqual(["Snow falls"]);
  });

  test("a wrong end tag in an entry of Atom", () => {
    const entry = (title: string, path: string) =>
      `<entry>${title}<id>${path}</id><link href="https://tribune.example/${path}"/></entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${entry("<title>Ice</titel>", "ice")}${entry("<title>Snow</title>", "snow")}</feed>`;
    expect(titles(feed)).toEqual(["Ice", "Snow"]);
  });

  test("a wrong end tag in a news sitemap", () => {
    const url = (title: string, path: string) =>
      `<url><loc>https://tribune.example/${path}</loc><news:news>${title}</news:news></url>`;
    const sitemap = `<urlset>${url("<news:title>Ice</news:titel>", "ice")}${url("<news:title>Snow</news:title>", "snow")}</urlset>`;
    expect(titles(sitemap)).toEqual(["Ice", "Snow"]);
  });
});

describe("a text keeps", () => {
  test("markup and the ends of items within a section", () => {
    const parts = "<description><![CDATA[How to write </item> and <b>x</b>]]></description>";
    expect(records(rss(first(parts) + SECOND))[0]?.excerpt).toBe("How to write and x");
  });

  test("markup that was not escaped", () => {
    const parts = "<description><p>One <b>day</b></p><p>Two</p></description>";
    expect(records(rss(first(parts)))[0]?.excerpt).toBe("One day Two");
  });
});

describe("RSS is read in whatever default namespace", () => {
  test.each([
    "http://www.w3.org/2005/Atom",
    "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "http://purl.org/dc/elements/1.1/",
    "http://backend.userland.com/rss2",
  ])("%s", (namespace) => {
    const feed = rss(SECOND).replace("<rss ", `<rss xmlns="${namespace}" `);
    expect(titles(feed)).toEqual(["Snow falls"]);
  });
});

test("the items of all channels are read, under the title of the first", () => {
  const feed = rss(SECOND).replace(
    "</rss>",
    `<channel><title>Sports</title>${first("")}</channel></rss>`,
  );
  expect(titles(feed)).toEqual(["Snow falls", "Ice melts"]);
  expect(read(feed)).toMatchObject({ title: "The Tribune" });
});

describe("a feed has no items that is", () => {
  test.each([
    '<rss version="2.0"><channel></channel></rss>',
    '<rss version="2.0"><channel/></rss>\n',
    '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    '<feed xmlns="http://www.w3.org/2005/Atom"/>',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/></rdf:RDF>',
  ])("%s", (feed) => {
    expect(read(feed)).toMatchObject({ articles: [] });
  });
});

test.each([
  ["date", "<date>2026-11-20T10:00:00Z</date>"],
  ["published", "<published>2026-11-20T10:00:00Z</published>"],
  ["publishedDate", "<publishedDate>2026-11-20T10:00:00Z</publishedDate>"],
  ["updated", "<updated>2026-11-20T10:00:00Z</updated>"],
])("an item of RSS may call its time %s", (_, parts) => {
  expect(records(rss(item(parts)))[0]?.publishedDateTime).toBe("2026-11-20T10:00:00Z");
});

test("RSS may be written as JSON", () => {
  const items = [
    {
      title: "Snow &amp; ice",
      guid: { "#value": "https://tribune.example/snow", isPermaLink: "true" },
      pubDate: "Fri, 20 Nov 2026 10:00:00 GMT",
      enclosure: { url: "https://tribune.example/snow.jpg", type: "image/jpeg", length: 9 },
    },
    { title: "Ice", link: "https://tribune.example/ice", guid: "7", category: ["Weather"] },
    "no item",
  ];
  const feed = { rss: { version: "2.0", channel: { title: "The Tribune", ttl: 60, item: items } } };
  expect(read(JSON.stringify(feed))).toMatchObject({ title: "The Tribune", period: 3_600_000 });
  expect(records(JSON.stringify(feed))).toMatchObject([
    { title: "Ice", webUrl: "https://tribune.example/ice", topics: ["Weather"] },
    {
      title: "Snow & ice",
      webUrl: "https://tribune.example/snow",
      publishedDateTime: "2026-11-20T10:00:00Z",
      images: [{ url: "https://tribune.example/snow.jpg" }],
    },
  ]);
});

describe("a megabyte is read in bounded time, of", () => {
  test.each([
    "<title>",
    "<title><link>",
    "</item>",
    "<item>",
    "<item><title>",
    "<![CDATA[",
    "<!--",
    "<?",
    '<a b="',
    "<a ",
    "<",
    "</title",
    "<x></y>",
    "<item><description><![CDATA[</item>",
    "<channel></channel>",
    "<link>&a",
    "<image>",
    '<link href="&a"/>',
    "&#xd83d;",
    "\ufffd",
  ])("%s", (part) => {
    const repeated = part.repeat(1_000_000 / part.length);
    expect(["not-a-feed", "object"]).toContain(resultOf(rss(repeated)));
    expect(["not-a-feed", "object"]).toContain(resultOf(rss(`<item>${repeated}</item>`)));
  });
});

function resultOf(feed: string): string {
  const found = read(feed);
  return typeof found === "string" ? found : typeof found;
}
