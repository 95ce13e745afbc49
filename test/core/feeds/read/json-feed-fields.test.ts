import { describe, expect, test } from "vitest";
import { readJsonFeed } from "../../../../core/feeds/read/read-json-feed.ts";
import { EMPTY, first } from "./format-samples.ts";

describe("a JSON Feed", () => {
  const json = (parts: object) =>
    readJsonFeed(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", ...parts }));

  test("has a title, a site and a language", () => {
    expect(json({ title: "T", home_page_url: "https://a.example/", language: "en" })).toEqual({
      title: { text: "T", isMarkup: false },
      site: "https://a.example/",
      language: "en",
      period: null,
      items: [],
    });
  });

  test("may lack all of these", () => {
    expect(json({ items: [{ id: "1" }] })).toEqual({
      title: null,
      site: "",
      language: "",
      period: null,
      items: [{ ...EMPTY, id: "1" }],
    });
  });

  test("has everything that an item may say, the best first", () => {
    const item = {
      id: "https://a.example/id",
      url: "/1",
      title: "Title",
      summary: "Summary",
      content_text: "Text",
      content_html: "<p>Content",
      date_published: "1",
      date_modified: "2",
      tags: ["A"],
      image: "/1.png",
      banner_image: "/2.png",
      attachments: [
        { url: "/3", mime_type: "image/png" },
        { url: "/4.png" },
        { mime_type: "image/png" },
      ],
    };
    expect(first(json({ title: "T", items: [item] }))).toEqual({
      id: "https://a.example/id",
      titles: [{ text: "Title", isMarkup: false }],
      excerpts: [
        { text: "Summary", isMarkup: false },
        { text: "Text", isMarkup: false },
        { text: "<p>Content", isMarkup: true },
      ],
      links: ["/1", "https://a.example/id"],
      base: [],
      times: ["1", "2"],
      topics: ["A"],
      images: ["/1.png", "/2.png", "/3", "/4.png"],
      isVideo: false,
      language: "",
      kinds: [],
      authors: [],
      isPaid: false,
    });
  });

  test("has a video by its attachment", () => {
    const attachments = [{ url: "/1.mp4", mime_type: "video/mp4" }];
    expect(first(json({ items: [{ id: "1", attachments }] }))?.isVideo).toBe(true);
  });

  test("that is nested too deep is refused", () => {
    expect(() => readJsonFeed(`{"a":${"[".repeat(1000)}${"]".repeat(1000)}}`)).toThrow(
      "nested too deep",
    );
  });
});
