import { rankStory } from "../../core/coverage/rank-story.ts";
import { MINUTE } from "../../core/durations.ts";
import type { OutletProfileAnswer } from "../../core/protocol/outlet-profile.ts";
import type { Reading } from "../../core/readings/reading.ts";
import type { SavedStory } from "../../core/saved/saved-story.ts";
import { NO_DETAILS } from "../../core/segment/article-summary.ts";
import { OUTLET } from "../../test/components/answers.ts";
import { foundAnswer } from "../../test/fixtures/found-stories.ts";
import { liveStatus, outletsInEveryState } from "../../test/fixtures/live-outlets.ts";
import { publishedInEveryState } from "../../test/fixtures/published-sets.ts";
import { READING } from "../../test/fixtures/readings.ts";
import { SAVED } from "../../test/fixtures/saved-stories.ts";
import { storyOf, todayAnswer } from "../../test/fixtures/today-stories.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpComparison } from "../../test/harness/made-up-comparison.ts";
import { madeUpOptions } from "../../test/harness/made-up-options.ts";
import { madeUpPage } from "../../test/harness/made-up-page.ts";
import { madeUpSidebar } from "../../test/harness/made-up-sidebar.ts";
import { madeUpToday } from "../../test/harness/made-up-today.ts";
import { type LabelledComparison, labelledComparisons } from "../bench/compare/labelled-stories.ts";
import { comparisonAnswer } from "./compare.ts";
import { shootAll, unfold } from "./shoot.ts";

/** Names of the catalogues, each with the language of the stories that are drawn with it. */
const LANGUAGES = { en: "en", de: "de", fr: "fr", es: "es", ar: "ar", pt_BR: "pt" } as const;
type Catalogue = keyof typeof LANGUAGES;
const OPTIONS_PARTS = ["outlets", "data-sets", "reading", "sites", "privacy"] as const;
/** Of the page that is open, and as many of the related articles. */
const SHOWN = 12;

/** What the user reads, in one language of the interface with stories in that language, by the name of the view. */
export const LANGUAGE_VIEWS = Object.fromEntries(
  (Object.keys(LANGUAGES) as Catalogue[]).map((catalogue) => [
    `language-${catalogue}`,
    (browser: DrivenBrowser) => shootLanguage(browser, catalogue),
  ]),
);

async function shootLanguage(browser: DrivenBrowser, catalogue: Catalogue): Promise<void> {
  const stories = storiesIn(LANGUAGES[catalogue], Date.now());
  const [story] = stories;
  if (story === undefined) throw new Error(`no stories for ${catalogue}`);
  const name = (view: string) => `language-${catalogue}-${view}`;

  const sidebar = await madeUpSidebar(browser, sidebarAnswer(stories), "sidebar.html", catalogue);
  await shootAll(sidebar, name("sidebar"), { height: 1100 });
  await unfold(sidebar);
  await sidebar.evaluate(() => {
    for (const button of [...document.querySelectorAll<HTMLElement>(".unfold")].slice(0, 3))
      button.click();
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await shootAll(sidebar, name("unfolded"), { widths: [360], height: 2000 });
  await sidebar.close();

  const comparison = await madeUpComparison(
    browser,
    comparisonAnswer(story),
    story.body,
    catalogue,
  );
  await unfold(comparison);
  await shootAll(comparison, name("compare"), { height: 1500 });
  await comparison.close();

  await shootTodayIn(browser, stories, catalogue);

  const told = { updates: [], answers: { "outlet.profile": PROFILE } };
  const profile = await madeUpPage(browser, "outlet.html?domain=bbc.com", told, {
    drawn: ".outlet-part",
    language: catalogue,
  });
  await shootAll(profile, name("profile"), { height: 1100 });
  await profile.close();

  const outlets = liveStatus(outletsInEveryState(Date.now()));
  const published = { sets: publishedInEveryState(Date.now()), canSubscribe: true };
  const options = await madeUpOptions(browser, { outlets, published }, catalogue);
  for (const part of OPTIONS_PARTS)
    await shootAll(options, name(`options-${part}`), { part: `#${part}` });
  await options.close();
}

/** The labelled stories in a language, the latest of their articles an hour before `now`. */
function storiesIn(language: string, now: number): LabelledComparison[] {
  const stories = labelledComparisons().filter((story) => story.language === language);
  const times = stories.flatMap(({ headlines }) =>
    headlines.map(({ article }) => article.published ?? 0),
  );
  const since = now - 60 * MINUTE - Math.max(...times);
  return stories.map((story) => ({
    ...story,
    headlines: story.headlines.map(({ article, ...labels }) => ({
      ...labels,
      article: { ...article, published: (article.published ?? 0) + since },
    })),
  }));
}

/** The page "Today": stories, those that are saved, and what was read. */
async function shootTodayIn(
  browser: DrivenBrowser,
  stories: readonly LabelledComparison[],
  catalogue: Catalogue,
): Promise<void> {
  const now = Date.now();
  const shown = stories.map(({ headlines }, round) =>
    storyOf(
      headlines.map(({ article }, i) => [i, 300 - i * 60, article.title] as const),
      round,
      now,
    ),
  );
  const answer = {
    ...todayAnswer(now),
    stories: shown.slice(0, 5).map((one, i) => ({ ...one, changed: i % 3 })),
    hidden: 3,
    changed: 2,
  };
  const kept = {
    "saved.list": stories.slice(0, 2).map(savedStory),
    "readings.list": { readings: readings(stories, now), isKept: true },
  };
  const live = liveStatus(outletsInEveryState(now));
  const page = await madeUpToday(browser, { answer, live, kept }, catalogue);
  await unfold(page);
  await shootAll(page, `language-${catalogue}-today`, { height: 1800 });
  await page.click(".today-tab:nth-child(2)");
  await page.waitForSelector(".saved");
  await page.click(".saved-tools button");
  await shootAll(page, `language-${catalogue}-saved`);
  await page.click(".today-tab:nth-child(3)");
  await page.waitForSelector(".balance");
  await shootAll(page, `language-${catalogue}-reading`, { isFullPage: true });
  await page.close();
}

/** A page with articles of every kind: rated or not, with the page's text, reprinted, changed, and on the topic only. */
function sidebarAnswer(stories: readonly LabelledComparison[]) {
  const articles = stories
    .flatMap(({ headlines }) => headlines)
    .slice(0, SHOWN + 1)
    .map(({ article }, i) => {
      const quality = i % 4 === 3 ? null : (i * 29 + 40) % 190;
      return {
        ...NO_DETAILS,
        ...article,
        quality,
        type: i === 4 ? ("video" as const) : ("article" as const),
        marks: i === 2 ? (["opinion", "paywall"] as const) : [],
        history:
          i === 1
            ? [
                {
                  title: `${article.title} – 1`,
                  excerpt: article.excerpt,
                  replaced: (article.published ?? 0) + MINUTE,
                },
              ]
            : [],
        dataSets: ["made-up"],
        band: quality === null ? null : quality > 100 ? ("upper" as const) : ("middle" as const),
        thirds: { lower: 50, middle: 100 },
      };
    });
  const [page, ...others] = articles;
  if (page === undefined) throw new Error("a language without stories");
  const found = (confidence: number) =>
    ({
      kind: "similar-text",
      verdict: "same-story",
      confidence,
      shared: [{ words: page.title.split(" ")[0] ?? "" }, { country: "NO" }],
    }) as const;
  const related = others.map((article, i) => ({
    article,
    reason: i === 0 ? ({ kind: "named-by-page" } as const) : found(0.95 - i * 0.06),
    ...(i === 1 && {
      copies: others.slice(-2).map((copy) => ({ article: copy, reason: found(0.9) })),
    }),
  }));
  const ranked = rankStory(page, related.slice(0, -3));
  const count = ranked.related.length;
  const topic = rankStory(page, [
    {
      article: others[3] ?? page,
      reason: { ...found(0.4), verdict: "same-topic" },
    },
  ]);
  return foundAnswer({
    kind: "article",
    site: page.outlet.domain,
    match: { address: "page", rendition: "page" },
    topics: [],
    ...ranked,
    sameTopic: topic.related,
    rejected: [],
    counts: { articles: count + 3, independent: count + 1 },
    omitted: 1,
    dataSets: [OUTLET.ratings[0]?.dataSet].filter((dataSet) => dataSet !== undefined),
  });
}

function savedStory({ headlines, body }: LabelledComparison, i: number): SavedStory {
  return {
    ...SAVED,
    id: `00000000-0000-4000-8000-00000000000${i}`,
    articles: headlines.map(({ article: { title, url, outlet, published } }) => ({
      ...{ title, url, published, outlet: outlet.name, quality: null },
    })),
    note: i === 0 ? body : "",
    tags: i === 0 ? SAVED.tags : [],
  };
}

function readings(stories: readonly LabelledComparison[], now: number): Reading[] {
  return stories
    .flatMap(({ headlines }, story) => headlines.map(({ article }) => ({ article, story })))
    .slice(0, SHOWN)
    .map(({ article: { title, url, outlet }, story }, i) => ({
      ...{ ...READING, title, url, outlet: outlet.name, domain: outlet.domain },
      ...{ story: [story, 100 + story], at: now - i * 50 * MINUTE },
    }));
}

const PROFILE: OutletProfileAnswer = {
  known: { ...OUTLET, name: "BBC News", site: "bbc.com" },
  latest: { read: 24, changed: 2, topics: [{ topic: "Port Ellery", articles: 2 }] },
  week: {
    ...{ articles: 12, reprints: 3 },
    record: { outlet: "BBC News", stories: 9, first: 4, lead: 21 * MINUTE },
  },
  preference: "preferred",
};
