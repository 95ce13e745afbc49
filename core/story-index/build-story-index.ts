import { KeySet } from "../data-set/key-set.ts";
import { pageAddress } from "../record/article-addresses.ts";
import type { RelatedRecord } from "../record/article-record.ts";
import { articleKeys } from "../segment/article-keys.ts";
import { statedTime } from "../segment/article-summary.ts";
import { encodeBlock } from "../segment/block-codec.ts";
import type { ArticlePlace } from "../segment/format.ts";
import { readableRecords, type ScannedBlock } from "../segment/scan-source.ts";
import { StoryGroups } from "../story/match/group-stories.ts";
import { MemoryIndex } from "../story/match/memory-index.ts";
import { characterKeys, postingKeys } from "../story/match/posting-keys.ts";
import { BLOCK_ARTICLES } from "../story/match/story-source.ts";
import { TermCounts } from "../story/match/term-counts.ts";
import { termKeyHash } from "../story/match/term-hash.ts";
import { publishedOrAddressDate } from "../story/words/address-date.ts";
import { indexedTerms } from "../story/words/article-terms.ts";
import type { CountryNames } from "../story/words/country-names.ts";
import { ByteCursor } from "./byte-cursor.ts";
import {
  MAX_MEMBERS,
  NUMBERS_IN_BLOCK,
  STORIES_IN_BLOCK,
  STORY_FORMAT_VERSION,
  type StoredArticle,
  type StoryBlock,
  type StoryMeta,
} from "./format.ts";
import { encodeCommonKeys, encodeTrigrams } from "./rarity-blocks.ts";
import { Spill, type SpillStore } from "./spill.ts";
import { encodeMembers, encodeStoryNumbers } from "./story-members.ts";
import { TermFiling } from "./term-filing.ts";
import { encodeTexts, readArticle, writeArticle } from "./text-block.ts";
import { TimeSample } from "./time-partitions.ts";
import { TimeTable } from "./time-table.ts";

/** What a story index is built from. */
export interface StoryIndexSource {
  /** Version of the data set. */
  readonly version: string;
  /** Reads the records from the start, each time it is called. */
  scan(): AsyncIterable<ScannedBlock>;
  readonly spill: SpillStore;
  readonly countries: CountryNames;
  /**
   * Called often; the build waits for it.
   *
   * @param share of the work that is done, from 0 to 1
   */
  onProgress(share: number): Promise<void>;
}

/** The shares of the three steps: reading for times and addresses, reading for words, grouping into stories. */
const SHARE = { times: 0.05, words: 0.25, stories: 0.65 } as const;

/**
 * Builds the story index of a data set in memory that does not grow with its texts. It reads the records twice,
 * sorts the words of the articles by time through `spill`, and groups the articles into stories as a stream.
 *
 * @returns the number of indexed articles, including those only named as related
 */
export async function* buildStoryIndex(
  source: StoryIndexSource,
): AsyncGenerator<StoryBlock, number> {
  const { version, countries, onProgress } = source;
  const { known, partitions, articles: most } = await surveyTimes(source);
  const texts = new Spill(source.spill, "texts", partitions.length);
  const counts = new TermCounts();
  for await (const article of distinctArticles(source.scan(), known)) {
    const stored = storedArticle(article, countries);
    counts.add(stored.terms);
    await texts.add(partitions.place(stored.published), (writer) => writeArticle(writer, stored));
    await onProgress(SHARE.times + (SHARE.words * counts.articles) / most);
  }

  const total = counts.articles;
  const rarities = counts.exact();
  const filing = new TermFiling(source.spill, counts);
  const stories = new StoryGroups(new MemoryIndex(counts));
  const times: number[] = [];
  let undated = 0;
  let block: StoredArticle[] = [];
  let blocks = 0;
  for (let partition = 0; partition < partitions.length; partition++) {
    for (const { published, place, terms: words } of await sorted(texts, partition)) {
      const terms = words.map((term) => ({
        ...term,
        rarity: rarities.key(termKeyHash(term.text)),
      }));
      const ordinal = undated + times.length;
      if (published === null) undated++;
      else times.push(published);
      for (const { key, weight } of postingKeys(terms, rarities))
        await filing.add(key, ordinal, weight);
      for (const key of characterKeys(terms)) await filing.add(key, ordinal, 1);
      await stories.add(terms, published);
      block.push({ published, place, terms });
      if (block.length === BLOCK_ARTICLES) {
        yield { name: `texts/${blocks++}`, bytes: encodeTexts(block) };
        block = [];
      }
      await onProgress(SHARE.times + SHARE.words + (SHARE.stories * (ordinal + 1)) / total);
    }
  }
  if (block.length > 0) yield { name: `texts/${blocks}`, bytes: encodeTexts(block) };
  for await (const filed of filing.blocks()) {
    await onProgress(SHARE.times + SHARE.words + SHARE.stories);
    yield filed;
  }
  const found = yield* storyBlocks(stories.stories());
  yield { name: "times", bytes: TimeTable.of(undated, times).encode() };
  yield { name: "common-keys", bytes: encodeCommonKeys(counts.commonKeys()) };
  yield {
    name: "trigrams",
    bytes: encodeTrigrams(counts.trigramRarities(), counts.emptyTrigram()),
  };
  const meta: StoryMeta = {
    format: STORY_FORMAT_VERSION,
    version,
    articles: total,
    termBuckets: filing.buckets,
    otherKeys: counts.otherKeys(),
    stories: found,
  };
  yield { name: "story-meta", bytes: encodeBlock(meta) };
  return total;
}

/** An article with the place where it is described. */
interface PlacedArticle {
  readonly article: RelatedRecord;
  readonly place: ArticlePlace;
}

/** An article as it is indexed. The rarities of its terms are 0 until all articles were counted. */
function storedArticle({ article, place }: PlacedArticle, countries: CountryNames): StoredArticle {
  const url = pageAddress(article);
  const { title, excerpt = "" } = article;
  const published = publishedOrAddressDate(statedTime(article), url);
  const terms = indexedTerms({ title, excerpt, url, published }, countries);
  return { published, place, terms: terms.map((term) => ({ ...term, rarity: 0 })) };
}

/** The keys of all articles with a record of their own, and how the times of all articles are distributed. */
async function surveyTimes({ scan, onProgress }: StoryIndexSource) {
  const known = new KeySet();
  const sample = new TimeSample();
  let articles = 0;
  const add = (article: RelatedRecord) => {
    sample.add(publishedOrAddressDate(statedTime(article), pageAddress(article)));
    articles++;
  };
  for await (const block of scan()) {
    for (const [, record] of readableRecords(block)) {
      for (const key of articleKeys(record)) known.add(key);
      add(record);
      record.related?.forEach(add);
    }
    await onProgress(0);
  }
  return { known, partitions: sample.partitions(), articles };
}

/** Each article once: by its own record if there is one, else where it is named first. */
async function* distinctArticles(
  blocks: AsyncIterable<ScannedBlock>,
  known: KeySet,
): AsyncGenerator<PlacedArticle> {
  for await (const block of blocks)
    for (const [index, record] of readableRecords(block)) {
      const place = { start: block.start, length: block.length, index };
      yield { article: record, place: { ...place, related: null } };
      for (const [related, article] of (record.related ?? []).entries())
        if (isNew(article, known)) yield { article, place: { ...place, related } };
    }
}

function isNew(article: RelatedRecord, known: KeySet): boolean {
  const keys = articleKeys(article);
  return keys.length > 0 && keys.map((key) => known.add(key)).every(Boolean);
}

/** The articles of a partition in the order of their times. */
async function sorted(texts: Spill, partition: number): Promise<StoredArticle[]> {
  const articles: StoredArticle[] = [];
  for await (const bytes of texts.read(partition)) {
    const cursor = new ByteCursor(bytes);
    while (!cursor.isAtEnd) articles.push(readArticle(cursor));
  }
  const time = ({ published }: StoredArticle) => published ?? Number.NEGATIVE_INFINITY;
  return articles.sort((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)));
}

/**
 * The blocks with the number of each article's story and the articles of each story. Only stories of two
 * articles or more get a number.
 *
 * @returns the number of stories
 */
function* storyBlocks(storyOf: readonly number[]): Generator<StoryBlock, number> {
  const members = new Map<number, number[]>();
  for (const [ordinal, story] of storyOf.entries()) {
    const list = members.get(story);
    if (list === undefined) members.set(story, [ordinal]);
    else list.push(ordinal);
  }
  const numbers = new Uint32Array(storyOf.length);
  let found = 0;
  let block: number[][] = [];
  for (const ordinals of members.values()) {
    if (ordinals.length < 2) continue;
    found++;
    for (const ordinal of ordinals) numbers[ordinal] = found;
    block.push(ordinals.slice(-MAX_MEMBERS));
    if (block.length < STORIES_IN_BLOCK) continue;
    yield { name: `members/${found / STORIES_IN_BLOCK - 1}`, bytes: encodeMembers(block) };
    block = [];
  }
  if (block.length > 0)
    yield {
      name: `members/${Math.floor(found / STORIES_IN_BLOCK)}`,
      bytes: encodeMembers(block),
    };
  for (let from = 0; from < numbers.length; from += NUMBERS_IN_BLOCK)
    yield {
      name: `stories/${from / NUMBERS_IN_BLOCK}`,
      bytes: encodeStoryNumbers(numbers.subarray(from, from + NUMBERS_IN_BLOCK)),
    };
  return found;
}
