import type { Term } from "../words/article-terms.ts";
import { confidence } from "./confidence.ts";
import { type FeatureVector, featureVector } from "./feature-vector.ts";
import { findCandidates } from "./find-candidates.ts";
import type { MemoryIndex } from "./memory-index.ts";
import { rankCandidates } from "./rank-candidates.ts";
import type { Rarities } from "./rarities.ts";
import type { StoredText } from "./story-source.ts";

/** Candidates that vote for their stories, by their confidence. */
const VOTERS = 30;
/** Least mean of a story's best votes with which an article joins it, and with which two stories it joins become one. */
const JOIN = 0.15;
const MERGE = 0.25;
/** How many best votes that mean is of, of a smaller story all: one chance likeness moves no large story. */
const JOIN_VOTES = 5;
const MERGE_VOTES = 15;

/** Articles that can still be joined, the latest: 21 MB with headlines alone, 41 MB with excerpts. */
const WINDOW = 4096;

interface Ballot {
  readonly story: number;
  /** Falling. */
  readonly votes: readonly number[];
  readonly mean: number;
}

/**
 * Groups articles into stories as a stream: each, in order of time, joins the story whose members it matches
 * best or starts one (single-pass clustering: Allan, Papka & Lavrenko, “On-line new event detection and
 * tracking”, SIGIR 1998). An article that many members of two stories match shows them to be one: stories that
 * begin apart, by their first headlines, grow together. It never looks ahead, so an article added later costs one query.
 */
export class StoryGroups {
  readonly #index: MemoryIndex;
  /** The story that each article joined. */
  readonly #joined: number[] = [];
  readonly #sizes: number[] = [];
  /** The story that each became part of; itself while it stands alone. */
  readonly #partOf: number[] = [];

  /** Those made so far, by ordinal. */
  readonly #vectors = new Map<number, FeatureVector>();
  readonly #window: number;

  /** @param index empty, with the counts of the whole data set */
  constructor(index: MemoryIndex, window = WINDOW) {
    this.#index = index;
    this.#window = window;
  }

  /**
   * Takes an article in.
   *
   * @param published ms since 1970, not before the last article's; `null` first of all
   */
  async add(terms: readonly Term[], published: number | null): Promise<void> {
    const ballots = await this.#vote(terms, published);
    const [first, ...others] = ballots.filter(({ mean }) => mean >= JOIN);
    const story = first?.story ?? this.#start();
    if (first !== undefined && this.#mean(first, MERGE_VOTES) >= MERGE)
      for (const other of others)
        if (this.#mean(other, MERGE_VOTES) >= MERGE) this.#merge(other.story, story);
    this.#index.add(terms, published);
    this.#joined.push(story);
    const forgotten = this.#joined.length - 1 - this.#window;
    if (forgotten >= 0) {
      this.#index.forgetFirst();
      this.#vectors.delete(forgotten);
    }
    this.#sizes[story] = (this.#sizes[story] ?? 0) + 1;
  }

  /** The story of each article, in the order they came; stories are numbered as they started. */
  stories(): number[] {
    return this.#joined.map((story) => this.#whole(story));
  }

  async #vote(terms: readonly Term[], published: number | null): Promise<Ballot[]> {
    const found = await findCandidates(terms, published, this.#index);
    const rarities = await this.#index.rarities();
    const texts = await this.#index.texts(found.ordinals);
    const ranked = rankCandidates(
      featureVector(found.terms, rarities),
      published,
      texts.map((text) => ({ ...text, vector: this.#vectorOf(text, rarities) })),
    );
    const byStory = Map.groupBy(ranked.slice(0, VOTERS), ({ article }) =>
      this.#whole(this.#joined[article.ordinal] ?? 0),
    );
    return Array.from(byStory, ([story, voters]) => {
      const votes = voters.map(({ evidence }) => confidence(evidence)).sort((a, b) => b - a);
      return { story, votes, mean: this.#mean({ story, votes }, JOIN_VOTES) };
    }).sort((a, b) => b.mean - a.mean);
  }

  #vectorOf({ ordinal, terms }: StoredText, rarities: Rarities): FeatureVector {
    const known = this.#vectors.get(ordinal);
    if (known !== undefined) return known;
    const vector = featureVector(terms, rarities);
    this.#vectors.set(ordinal, vector);
    return vector;
  }

  #mean({ story, votes }: Pick<Ballot, "story" | "votes">, most: number): number {
    const count = Math.min(most, this.#sizes[story] ?? 1);
    return votes.slice(0, count).reduce((sum, vote) => sum + vote, 0) / count;
  }

  #start(): number {
    this.#sizes.push(0);
    return this.#partOf.push(this.#partOf.length) - 1;
  }

  #merge(story: number, into: number): void {
    this.#partOf[story] = into;
    this.#sizes[into] = (this.#sizes[into] ?? 0) + (this.#sizes[story] ?? 0);
  }

  #whole(story: number): number {
    let whole = story;
    while (this.#partOf[whole] !== whole) whole = this.#partOf[whole] ?? whole;
    this.#partOf[story] = whole;
    return whole;
  }
}
