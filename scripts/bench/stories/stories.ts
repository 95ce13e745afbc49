import { confidence, SAME_STORY } from "../../../core/story/match/confidence.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import type { Benchmark, BenchmarkRow } from "../benchmark.ts";
import { rounded } from "../benchmark.ts";
import { corpusPath, hasCorpus } from "../corpus.ts";
import { bCubed } from "./b-cubed.ts";
import { baselineCheck } from "./baseline-check.ts";
import { type DecisionMetrics, Decisions } from "./decisions.ts";
import { type ErrorShares, errorExamples, errorShares } from "./errors.ts";
import { type FalseAlarms, falseAlarms } from "./false-alarms.ts";
import {
  byLanguage,
  type LabelledArticle,
  type LabelledSet,
  readLabelledSet,
} from "./labels/labelled-articles.ts";
import { measureRetrieval, type RetrievalMetrics } from "./labels/retrieval-metrics.ts";
import { flexSearch } from "./methods/flexsearch.ts";
import type { Method } from "./methods/method.ts";
import { miniSearch, miniSearchTuned, miniSearchWithoutStopWords } from "./methods/minisearch.ts";
import { orama } from "./methods/orama.ts";
import { SecondSource } from "./methods/second-source.ts";
import { tfIdf, tfIdfWithTime } from "./methods/tf-idf.ts";
import { sameExcerpts } from "./same-excerpts.ts";
import { samplePlaces } from "./sample.ts";
import { openLabelledSet, SURE, shownPairs } from "./shown-pairs.ts";
import { buildStoredIndex } from "./stored-index.ts";
import { tuneStories } from "./tune.ts";

const SETS = ["uci", "olympics-9-languages", "wikinews"];
const OTHERS: readonly Method[] = [
  miniSearch,
  miniSearchWithoutStopWords,
  miniSearchTuned,
  flexSearch,
  orama,
  tfIdf,
  tfIdfWithTime,
];
/** How many queries the slow methods get. */
const SAMPLED_QUERIES = 300;
/** How many queries the index in blocks gets, and how many pages are looked at as shown. */
const STORED_QUERIES = 1000;
/** A language with fewer articles has no row of its own. */
const FEWEST_ARTICLES = 100;

/** How well the story of a page is found by its text, on labelled stories, beside search libraries. */
export const storiesBenchmark: Benchmark = {
  what: "finding the articles of one story by headline, address and time; each article is a query for the rest of its story",
  async run({ files, tune }) {
    if (!hasCorpus && files.length === 0)
      return {
        rows: [],
        notes: ["The real data is not on this machine: nothing was measured."],
        missed: [],
      };
    const paths =
      files.length > 0 ? files : SETS.map((name) => corpusPath(`stories/${name}.tsv.gz`));
    const sets = paths.map(readLabelledSet);
    if (tune) return { rows: [], notes: await tuneStories(sets), missed: [] };
    const rows: BenchmarkRow[] = [];
    const notes: string[] = [];
    const examples: string[] = [];
    for (const set of sets) {
      const parts: [string, LabelledSet][] = [
        ["all", set],
        ...byLanguage(set).filter(([, { articles }]) => articles.length >= FEWEST_ARTICLES),
      ];
      for (const [language, part] of parts) {
        const ours = await measureOurs(part, language === "all");
        rows.push({ set: set.name, method: "second-source", lang: language, ...ours.row });
        notes.push(...ours.notes.map((note) => `${set.name} ${language}: ${note}`));
        examples.push(...ours.examples.map((example) => `${set.name}, ${example}`));
        for (const method of OTHERS) {
          const metrics = await measureOther(method, part, language === "all");
          if (metrics === null) continue;
          const none = { bcubedF1: null, precision: null, recall: null };
          rows.push({
            set: set.name,
            method: method.name,
            lang: language,
            ...figures(metrics, none),
          });
        }
      }
    }
    const check = files.length > 0 ? { notes: [], missed: [] } : baselineCheck(rows);
    if (files.length === 0) notes.push(await sameExcerptsNote());
    return { rows, notes: [...notes, ...check.notes], examples, missed: check.missed };
  },
};

async function measureOther(
  method: Method,
  { articles }: LabelledSet,
  isWhole: boolean,
): Promise<RetrievalMetrics | null> {
  const rank = await method.open(articles);
  if (rank === null) return null;
  const isSampled = method.isSampled || (!isWhole && method.name === "minisearch-stop-words");
  const limit = isSampled ? SAMPLED_QUERIES : articles.length;
  return measureRetrieval(articles, samplePlaces(articles.length, limit), rank);
}

async function measureOurs(
  { articles }: LabelledSet,
  isWhole: boolean,
): Promise<{ row: BenchmarkRow; notes: string[]; examples: string[] }> {
  const index = new SecondSource(articles);
  const countries = bundledCountryNames();
  const decisions = new Decisions();
  const ranks = new Map<number, readonly number[]>();
  const sizes = new Map<string, number>();
  for (const { story } of articles) sizes.set(story, (sizes.get(story) ?? 0) + 1);
  const metrics = await measureRetrieval(articles, [...articles.keys()], async (query) => {
    const answers = await index.ask(query, countries);
    const story = articles[query]?.story ?? "";
    const judged = answers.map(({ place, evidence }, rank) => ({
      confidence: confidence(evidence),
      isRight: articles[place]?.story === story,
      rank,
    }));
    decisions.add(judged, (sizes.get(story) ?? 1) - 1);
    const places = answers.map(({ place }) => place);
    ranks.set(query, places);
    return places;
  });
  const decided = decisions.metrics();
  const { precision, recall } = decided;
  const sample = samplePlaces(articles.length, SAMPLED_QUERIES);
  const sampled = await measureRetrieval(articles, sample, (query) => ranks.get(query) ?? []);
  const same = `on the ${sampled.queries} queries of the sampled methods: MRR ${rounded(sampled.mrr, 4)}, R@10 ${rounded(sampled.r10, 4)}`;
  if (!isWhole)
    return {
      row: figures(metrics, {
        bcubedF1: null,
        precision: precision === null ? null : rounded(precision, 3),
        recall: rounded(recall, 3),
      }),
      notes: [same],
      examples: [],
    };
  const groups = await index.groups();
  const grouped = bCubed(
    groups,
    articles.map(({ story }) => story),
  );
  const notes = [
    same,
    `stories grouped as a stream: B-cubed precision ${rounded(grouped.precision, 3)}, recall ${rounded(grouped.recall, 3)}, F1 ${rounded(grouped.f1, 3)}`,
    ...decisionNotes(decided),
    errorNote(errorShares({ articles, ranks })),
    alarmNote(await falseAlarms(articles)),
    await undatedNote(articles, index),
    await storedNote(articles, ranks),
    await shownNote(articles),
  ];
  const more = {
    bcubedF1: rounded(grouped.f1, 3),
    precision: precision === null ? null : rounded(precision, 3),
    recall: rounded(recall, 3),
  };
  const examples = errorExamples({ articles, ranks, groups });
  return { row: figures(metrics, more), notes, examples };
}

/** The extension reads its index from blocks. The rows above use the same index in memory, which is faster to measure. */
async function storedNote(
  articles: readonly LabelledArticle[],
  ranks: ReadonlyMap<number, readonly number[]>,
): Promise<string> {
  const stored = new SecondSource(articles, await buildStoredIndex(articles));
  const countries = bundledCountryNames();
  const sample = samplePlaces(articles.length, STORED_QUERIES);
  const ofBlocks = await measureRetrieval(articles, sample, async (query) =>
    (await stored.ask(query, countries)).map(({ place }) => place),
  );
  const inMemory = await measureRetrieval(articles, sample, (query) => ranks.get(query) ?? []);
  const told = ({ mrr, r10 }: RetrievalMetrics) =>
    `MRR ${rounded(mrr, 4)}, R@10 ${rounded(r10, 4)}`;
  return `read from blocks, as in the extension, on ${ofBlocks.queries} queries: ${told(ofBlocks)}; in memory on the same queries: ${told(inMemory)}`;
}

/** What a user sees on pages of the data, after everything is judged and folded. */
async function shownNote(articles: readonly LabelledArticle[]): Promise<string> {
  const sample = samplePlaces(articles.length, STORED_QUERIES);
  const { queries, precision, recall, sure } = await shownPairs(
    await openLabelledSet(articles),
    sample,
  );
  return `as shown on ${queries} pages of the data, with copies and grouped articles: as the story precision ${share(precision)}, recall ${share(recall)} of what fits in the list; at ${SURE} or more precision ${share(sure.precision)} of ${sure.pairs} pairs, recall ${share(sure.recall)}`;
}

/** Descriptions that appear under several headlines in the real records. */
async function sameExcerptsNote(): Promise<string> {
  const { pages, sure, far, farDays } = await sameExcerpts();
  return `real records with one description under different headlines, ${pages} pages: ${sure} pairs of these are shown at ${SURE} or more, ${far} of them more than ${farDays} days apart`;
}

/** Pages without a time. The figures of the address are removed too, since they may be a date. */
async function undatedNote(
  articles: readonly LabelledArticle[],
  index: SecondSource,
): Promise<string> {
  const undated = (article: LabelledArticle) => {
    return { ...article, published: null, url: article.url.replaceAll(/\d/g, "") };
  };
  const countries = bundledCountryNames();
  const decisions = new Decisions();
  for (const query of samplePlaces(articles.length, STORED_QUERIES)) {
    const article = articles[query];
    if (article === undefined) continue;
    const answers = await index.askFor(undated(article), countries, index.ordinalOf(query));
    const judged = answers.map(({ place, evidence }, rank) => {
      const isRight = articles[place]?.story === article.story;
      return { confidence: confidence(evidence, false), isRight, rank };
    });
    decisions.add(judged, 0);
  }
  const { precision, precisionAt80, pairsAt80 } = decisions.metrics();
  const alarms = alarmNote(await falseAlarms(articles, undated));
  return `without the page's time: pairs shown as one story have precision ${share(precision)}, at 0.8 or more ${share(precisionAt80)} of ${pairsAt80} pairs; ${alarms}`;
}

function errorNote(shares: ErrorShares): string {
  return `the first hit is wrong for ${percent(shares.firstIsWrong)} of ${shares.queries} queries; the candidates hold enough for R@10 ${rounded(shares.reachable, 3)}; of what is missed from the first ten ${percent(shares.missedInOther)} is in another language than the query, ${percent(shares.otherAmongCandidates)} of that is among the candidates, and ${percent(shares.ownAmongCandidates)} of what is in its own language`;
}

function alarmNote({ queries, sameStory, sure, sameTopic }: FalseAlarms): string {
  return `a page whose story is not in the data shows no story in ${percent(1 - sameStory)} of ${queries} cases; ${percent(sameTopic)} show something on the topic, ${percent(sure)} a wrong story at 0.8 or more`;
}

function decisionNotes(decided: DecisionMetrics): string[] {
  const { precision, recall, precisionAt80, pairsAt80, calibrationError, curve } = decided;
  return [
    `pairs shown as one story (confidence ${SAME_STORY} or more): precision ${share(precision)}, recall ${rounded(recall, 3)}; at 0.8 or more: precision ${share(precisionAt80)} of ${pairsAt80} pairs`,
    `calibration error ${rounded(calibrationError, 3)}; confidence → share right (pairs): ${curve
      .filter(({ pairs }) => pairs > 0)
      .map(
        ({ confidence: sure, right, pairs }) => `${rounded(sure)} → ${rounded(right)} (${pairs})`,
      )
      .join(", ")}`,
  ];
}

function percent(share: number): string {
  return `${rounded(100 * share, 1)} %`;
}

/** A share from 0 to 1 as text; `none` if nothing was counted. */
function share(value: number | null): string {
  return value === null ? "none" : String(rounded(value, 3));
}

function figures(
  { queries, mrr, p5, r10, msPerQuery }: RetrievalMetrics,
  more: { bcubedF1: number | null; precision: number | null; recall: number | null },
): BenchmarkRow {
  return {
    queries,
    mrr: rounded(mrr, 4),
    p5: rounded(p5, 4),
    r10: rounded(r10, 4),
    ...more,
    msPerQuery: rounded(msPerQuery, 3),
  };
}
