import { describe, expect, test } from "vitest";
import { storyTable } from "../../../../core/export/story/story-table.ts";
import { writeStoryCsv } from "../../../../core/export/story/write-story-csv.ts";
import { writeStoryJson } from "../../../../core/export/story/write-story-json.ts";
import { writeStoryMarkdown } from "../../../../core/export/story/write-story-markdown.ts";
import { DATA_SET } from "../../../components/answers.ts";
import { keptStory } from "./kept-story.ts";

const texts = {
  summary: "4 articles (3 independent)",
  facts: () => [],
  sources: ["Made up"],
};

test("JSON has the story, its data sets and a row for each article", () => {
  const { name, description, licence, source, id, version } = DATA_SET;
  const story = keptStory();
  expect(JSON.parse(writeStoryJson(story, Date.UTC(2026, 10, 30, 9, 15)))).toEqual({
    title: "The page",
    accessed: "2026-11-30T09:15:00.000Z",
    topics: ["Floods"],
    articleCount: 4,
    independentCount: 3,
    omittedCount: 2,
    dataSets: [{ id, name, description, licence, source, version }],
    articles: storyTable(story),
  });
});

describe("CSV", () => {
  test("a row for each article", () => {
    expect(writeStoryCsv(keptStory()).split("\r\n").slice(0, 4)).toEqual([
      "title,outlet,domain,address,type,language,marks,published,minutesAfterThisPage,minutesAfterFirst,isFirst,quality,qualityThird,rank,outletMedianQuality,reason,confidence,shared,namedBy,copyOf,dataSets",
      "The page,The Gazette,the-gazette.example,https://www.the-gazette.example/story,article,,,2022-04-15T12:00:00.000Z,0,40,false,,,,,this-page,,,,,Made up",
      'Times’s story,Times,times.example,https://www.times.example/story,video,fr,"fact-check; paywall",2022-04-15T11:20:00.000Z,-40,0,true,,,,,similar-text,0.914,"river bridge; UA",,,Made up',
      "Herald’s story,Herald,herald.example,https://www.herald.example/story,article,,,,,,false,,,,55.5,names-page,,,,https://www.times.example/story,Made up",
    ]);
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1+1", "'=1+1"],
    ["＝1", "'＝1"],
    ["2 = 2", "2 = 2"],
  ])("the title %j is no formula", (title, cell) => {
    const story = keptStory();
    const csv = writeStoryCsv({ ...story, page: { ...story.page, title } });
    expect(csv.split("\r\n")[1]?.split(",")[0]).toBe(cell);
  });
});

describe("Markdown", () => {
  test("a list of the articles with what is known of each, copies below theirs", () => {
    const facts = ({ article }: { article: { type: string } }) => [`type: ${article.type}`];
    expect(writeStoryMarkdown(keptStory(), { ...texts, facts })).toBe(
      [
        "# The page",
        "",
        "4 articles (3 independent)",
        "",
        "- **The Gazette**: [The page](<https://www.the-gazette.example/story>)",
        "  - type: article",
        "- **Times**: [Times’s story](<https://www.times.example/story>)",
        "  - type: video",
        "  - **Herald**: [Herald’s story](<https://www.herald.example/story>)",
        "    - type: article",
        '- **Courier**: [\\=HYPERLINK("https://evil.example";"\\*\\[Click\\](x)\\*")](<https://www.courier.example/story>)',
        "  - type: article",
        "",
        "> Made up  ",
        "",
      ].join("\n"),
    );
  });

  test.each([
    ["# no heading", "\\# no heading"],
    ["1. no list", "1\\. no list"],
    ["+ no list", "\\+ no list"],
    ["<script>alert(1)</script> &lt;", "\\<script\\>alert(1)\\</script\\> \\&lt;"],
    ["`code` ~~no~~ a|b $x^2$", "\\`code\\` \\~\\~no\\~\\~ a\\|b \\$x\\^2\\$"],
    ["One\n\n# Two", "One \\# Two"],
    ["a \u202eb", "a b"],
  ])("the headline %j is shown as it is", (title, written) => {
    const story = keptStory();
    const file = writeStoryMarkdown({ ...story, page: { ...story.page, title } }, texts);
    expect(file.split("\n")[0]).toBe(`# ${written}`);
  });
});
