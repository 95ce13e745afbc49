// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { CitationsPage } from "../../../components/citations/CitationsPage.tsx";
import { addressToken } from "../../../core/url/address-token.ts";
import { keptStory } from "../../core/export/story/kept-story.ts";
import { answer } from "../answers.ts";
import { button, click, NOW, show, textOf, textsOf } from "../kit/english.tsx";

const TIMES = addressToken("https://www.times.example/story");

function page(token: string | null = null, isCopied = true, result = answer(keptStory())) {
  const copy = vi.fn(async (_text: string) => isCopied);
  const download = vi.fn<(file: Blob, name: string) => void>();
  const place = show(
    <CitationsPage answer={result} token={token} accessed={NOW} copy={copy} download={download} />,
  );
  const select = (at: number) => place.querySelectorAll("select")[at] as HTMLSelectElement;
  const choose = (at: number, value: string) =>
    act(() => {
      select(at).value = value;
      select(at).dispatchEvent(new Event("change", { bubbles: true }));
    });
  return { place, copy, download, select, choose };
}

const preview = (place: Element) => textsOf(place, ".citations-preview :is(li, pre)");
const status = (place: Element) => textOf(place.querySelector("[role=status]"));

test("the whole story is cited, the open page first", () => {
  const { place } = page();
  expect(preview(place)[0]).toBe(
    "The page. (2022, April 15). The Gazette. https://www.the-gazette.example/story",
  );
  expect(preview(place)).toHaveLength(4);
  expect(textsOf(place, ".citations-outlet")).toEqual([
    "The Gazette",
    "Times",
    "Herald",
    "Courier",
  ]);
});

test("of a story there are all formats, of an article those of citations", () => {
  const { select, choose } = page();
  const formats = () => Array.from(select(1).options, ({ value }) => value);
  expect(formats()).toEqual([
    "apa",
    "mla",
    "chicago",
    "bibtex",
    "ris",
    "csl-json",
    "markdown",
    "csv",
    "json",
  ]);
  void choose(1, "csv");
  void choose(0, TIMES);
  expect(formats()).toEqual(["apa", "mla", "chicago", "bibtex", "ris", "csl-json"]);
  expect(select(1).value).toBe("apa");
});

test("the article that the user asked for is chosen", () => {
  const { place, select } = page(TIMES);
  expect(textOf(select(0).selectedOptions[0])).toBe("Times: Times’s story");
  expect(preview(place)).toEqual([
    "Times’s story. (2022, April 15). Times. https://www.times.example/story",
  ]);
});

test("where that article is no longer in the story, all of it is chosen", () => {
  expect(textOf(page("gone").select(0).selectedOptions[0])).toBe("The whole story (4 articles)");
});

test("what is shown is copied", async () => {
  const { place, copy, choose } = page(TIMES);
  void choose(1, "mla");
  await act(async () => button(place, "Copy").click());
  expect(copy).toHaveBeenCalledExactlyOnceWith(
    "“Times’s story.” Times, 15 Apr. 2022, www.times.example/story. Accessed 15 Apr. 2026.\n",
  );
  expect(status(place)).toBe("Copied.");
});

test("where the browser does not let it be copied, the page says so", async () => {
  const { place } = page(TIMES, false);
  await act(async () => button(place, "Copy").click());
  expect(status(place)).toBe("The browser did not allow it. Select the text and copy it yourself.");
});

describe("the download", () => {
  test.each([
    ["apa", "text/plain;charset=utf-8", "times.example-article-2026-04-15.txt"],
    ["bibtex", "application/x-bibtex;charset=utf-8", "times.example-article-2026-04-15.bib"],
  ])("of an article as %s", (format, type, name) => {
    const { place, download, choose } = page(TIMES);
    void choose(1, format);
    click(button(place, "Download"));
    expect(download.mock.calls.map(([file, as]) => [file.type, as])).toEqual([[type, name]]);
    expect(status(place)).toBe(`Saved as “${name}”.`);
  });

  test("of a story holds what is shown", async () => {
    const { place, download, choose } = page();
    void choose(1, "ris");
    click(button(place, "Download"));
    const [file, name] = download.mock.calls[0] ?? [];
    expect(name).toBe("the-gazette.example-story-2026-04-15.ris");
    expect((await file?.text())?.split("ER  - ")).toHaveLength(5);
  });
});

test("notes say of each article what the sidebar says", () => {
  const { place, choose } = page();
  void choose(1, "markdown");
  expect(place.querySelector("pre")?.textContent?.split("\n").slice(2, 23)).toEqual([
    "4 articles, as of Apr 15, 2026, 12:00 PM",
    "",
    "- **The Gazette**: [The page](<https://www.the-gazette.example/story>)",
    "  - Apr 15, 2022, 12:00 PM",
    "  - Not rated",
    "  - This page",
    "  - From: Made up",
    "- **Times**: [Times’s story](<https://www.times.example/story>)",
    "  - Video · Fact-check · Paid access · French",
    "  - Apr 15, 2022, 11:20 AM · First · 40 min before this page",
    "  - Not rated",
    "  - Very likely the same story: river bridge, Ukraine",
    "  - From: Made up",
    "  - **Herald**: [Herald’s story](<https://www.herald.example/story>)",
    "    - Time unknown",
    "    - Quality: Outlet: 55.5",
    "    - Links to this page",
    "    - Same text as Times",
    "    - From: Made up",
    '- **Courier**: [\\=HYPERLINK("https://evil.example";"\\*\\[Click\\](x)\\*")](<https://www.courier.example/story>)',
    "  - Apr 15, 2022, 2:00 PM · 2 hr after this page",
  ]);
});

test("a title never becomes markup", () => {
  const story = keptStory();
  const title = "<img src=x onerror=alert(1)>";
  const { place } = page(null, true, answer({ ...story, page: { ...story.page, title } }));
  expect(place.querySelector("img")).toBeNull();
});

test.each([
  ["the background did not answer", { ok: false, failure: "unavailable" } as const],
  ["the tab shows no story", answer({ kind: "none" })],
])("where %s, the page says what to do", (_, result) => {
  const { place } = page(null, true, result);
  expect(textOf(place.querySelector(".message"))).toBe(
    "No story to citeOpen this page again from an article, in the sidebar or the popup.",
  );
});
