// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { readOpmlFile } from "../../../platform/feeds/opml-file.ts";

const read = (text: string) => readOpmlFile(new File([text], "feeds.opml"));
const opml = (...outlines: string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><body>${outlines.join("")}</body></opml>`;

describe("an OPML file", () => {
  test("gives the outlines that have a feed, however deep", async () => {
    const feed =
      '<outline text="The Gazette" title="Gazette" type="rss" xmlUrl="https://gazette.example/rss" htmlUrl="https://gazette.example/" language="en"/>';
    expect(
      await read(opml(`<outline text="News"><outline text="Near">${feed}</outline></outline>`)),
    ).toEqual({
      outlines: [
        {
          text: "The Gazette",
          title: "Gazette",
          xmlUrl: "https://gazette.example/rss",
          htmlUrl: "https://gazette.example/",
          language: "en",
        },
      ],
    });
  });

  test.each([
    ["with & as it should not be", "https://a.example/rss?a=1&b=2"],
    ["with & as it should be", "https://a.example/rss?a=1&amp;b=2"],
  ])("is read %s", async (_, address) => {
    expect(await read(opml(`<outline xmlUrl="${address}"/>`))).toMatchObject({
      outlines: [{ xmlUrl: "https://a.example/rss?a=1&b=2" }],
    });
  });

  test("may begin with a mark of its byte order and blanks", async () => {
    expect(
      await read(`\ufeff\n${opml('<outline xmlUrl="https://a.example/rss"/>')}`),
    ).toMatchObject({
      outlines: [{ xmlUrl: "https://a.example/rss" }],
    });
  });

  test("has 10,000 outlines read at most", async () => {
    const many = Array.from(
      { length: 10_001 },
      (_, i) => `<outline xmlUrl="https://a.example/${i}"/>`,
    );
    const result = await read(opml(...many));
    expect("outlines" in result && result.outlines.length).toBe(10_000);
  });

  test("that declares entities is not read", async () => {
    const bomb = '<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    expect(await read(`<?xml version="1.0"?>${bomb}${opml()}`)).toEqual({ fault: "not-opml" });
  });

  test.each([
    ["a web page", "<!doctype html><html><body>Log in</body></html>"],
    ["JSON", '{"version": "https://jsonfeed.org/version/1.1"}'],
    ["empty", ""],
    ["a feed", '<rss version="2.0"><channel/></rss>'],
  ])("is not %s", async (_, text) => {
    expect(await read(text)).toEqual({ fault: "not-opml" });
  });

  test("is not larger than 5 MB", async () => {
    expect(await read("x".repeat(5_000_001))).toEqual({ fault: "too-large" });
  });
});
