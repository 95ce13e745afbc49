import { describe, expect, test } from "vitest";
import { readMarkdownRecord } from "../../../core/record/read-markdown-record.ts";
import { readRecord } from "../../../core/record/read-record.ts";
import { seedMarkdown, seedRecord } from "../../fixtures/records.ts";

describe("the seed record", () => {
  test("is read with one repair: its double-encoded dash", () => {
    const { problems } = readMarkdownRecord("seed.md", seedMarkdown());
    expect(problems.map(({ line, field, message }) => [line, field, message])).toEqual([
      [63, "related[2].excerpt", "double-encoded"],
    ]);
    expect(seedRecord().related?.[2]?.excerpt).toMatch(/^BUCHA, Ukraine—Searching/);
  });

  test("has every field of the format", () => {
    const { related, secured, ...rest } = seedRecord();
    expect(rest).toEqual({
      category: "news",
      title:
        "Ukraine Reportedly Using Facial Recognition to Send Photos of Dead Russian Soldiers to Their Mothers",
      excerpt:
        "Soldiers in Ukraine are using facial recognition software Clearview AI to identify dead Russian soldiers and send it to families in Russia.",
      publishedDateTime: "2022-04-15T17:04:00Z",
      originalUrl: "https://futurism.com/ukraine-facial-recognition-russian-photos",
      webUrl: "https://futurism.com/ukraine-facial-recognition-russian-photos",
      ampWebUrl: "https://futurism.com/ukraine-facial-recognition-russian-photos/amp",
      cdnAmpWebUrl:
        "https://futurism-com.cdn.ampproject.org/c/s/futurism.com/ukraine-facial-recognition-russian-photos/amp",
      type: "article",
      quality: 59,
      heat: -1,
      published: false,
      provider: { name: "Futurism", domain: "futurism.com" },
      topics: ["Computer Vision", "AI"],
      images: [
        {
          url: "https://wp-assets.futurism.com/2022/04/ukraine-facial-recognition-russian-photos-600x315.jpg",
          width: 600,
          height: 315,
          isCached: true,
        },
      ],
    });
    expect(related?.map(({ provider, quality }) => [provider.name, quality])).toEqual([
      ["Business Insider", 81],
      ["Washington Examiner", 72],
      ["Wall Street Journal", 40],
    ]);
    expect(secured).toMatch(/^XGm\+q1wuUMv0.*;px9UjwGkmpMguKY2UWxEoQ==$/);
  });

  test.each([
    ["a byte order mark", (markdown: string) => `\ufeff${markdown}`],
    ["line ends of Windows", (markdown: string) => markdown.replaceAll("\n", "\r\n")],
  ])("is read the same with %s", (_, change) => {
    const { record, problems } = readMarkdownRecord("seed.md", change(seedMarkdown()));
    expect(record).toEqual(seedRecord());
    expect(problems.map(({ line }) => line)).toEqual([63]);
  });

  test("reads the same from its own JSON, without repair", () => {
    const json: unknown = JSON.parse(JSON.stringify(seedRecord()));
    expect(readRecord(json, { file: "seed.json", lineOf: () => null })).toEqual({
      record: seedRecord(),
      problems: [],
    });
  });
});
