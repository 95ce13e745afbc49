import type { Term } from "../words/article-terms.ts";
import { confidence } from "./confidence.ts";
import { type EventDetails, eventDetails } from "./event-details.ts";
import { type FeatureVector, featureVector } from "./feature-vector.ts";
import { findCandidates } from "./find-candidates.ts";
import type { MemoryIndex } from "./memory-index.ts";
import { rankCandidates } from "./rank-candidates.ts";
import type { Rarities } from "./rarities.ts";
import type { StoredText } from "./story-source.ts";

/** Best candidates that vote for their stories, each with its confidence. */
const VOTERS = 30;
/** Least mean of a story's best votes for an article to join it, and for two stories to be merged. */
const JOIN = 0.15;
const MERGE = 0.27;
/** Least best vote for either: some votes of little weight do not make up for a member that is close. */
const LINK = 0.2;
/** How many best votes are averaged (in smaller stories all), so that one chance similarity does not move a large story. */
const JOIN_VOTES = 5;
const MERGE_VOTES = 15;

/** The latest articles, which new ones are compared with: 21 MB with headlines alone, 41 MB with excerpts. */
const WINDOW = 4096;

/** What articles are compared by. */
interface Compared {
  readonly vector: FeatureVector;
  readonly details: EventDetails;
}

/** The votes for one story. */
interface Ballot {
  readonly story: number;
  /** Falling. */
  readonly votes: readonly number[];
  readonly mean: number;
}

/**
 * Groups a stream of articles into stories. In order of time, each article joins the story whose members it matches
 * best, or starts a new one (single-pass clustering: Allan, Papka & Lavrenko, “On-line new event detection and
 * tracking”, SIGIR 1998). An article that matches many members of two stories merges them, since the first headlines of
 * one story may have little in common. Nothing depends on later articles, so adding one costs one query.
 *
 * Merged stories are kept as a disjoint-set forest (union–find with path compression).
 */
export class StoryGroups {
  readonly #index: MemoryIndex;
  /** The story that each article joined, by ordinal. */
  readonly #joined: number[] = [];
  readonly #sizes: number[] = [];
  /** The story into which each was merged; itself where it was not. */
  readonly #parents: number[] = [];

  /** Articles as they are compared, made so far, by ordinal. */
  readonly #compared = new Map<number, Compared>();
  readonly #window: number;

  /**
   * @param index empty, with the counts of the whole data set
   * @param window how many of the latest articles new ones are compared with
   */
  constructor(index: MemoryIndex, window = WINDOW) {
    this.#index = index;
    this.#window = window;
  }

  /**
   * Adds an article.
   *
   * @param published ms since 1970, not earlier than that of the article before; all articles without a time come
   *   first. A few that come late do little harm: of a word that more than `MAX_POSTINGS` articles of the window have,
   *   the articles that are compared may then be not quite those closest in time.
   */
  async add(terms: readonly Term[], published: number | null): Promise<void> {
    const ballots = await this.#vote(terms, published);
    const [first, ...others] = ballots.filter(
      ({ mean, votes }) => mean >= JOIN && (votes[0] ?? 0) >= LINK,
    );
    const story = first?.story ?? this.#start();
    if (first !== undefined && this.#mean(first, MERGE_VOTES) >= MERGE)
      for (const other of others)
        if (this.#mean(other, MERGE_VOTES) >= MERGE) this.#merge(other.story, story);
    this.#append(terms, published, story);
  }

  /**
   * Adds an article of which the story is known from an earlier grouping, which costs no query.
   *
   * @param story `null` for the first article of a story
   * @returns the story
   */
  addKnown(terms: readonly Term[], published: number | null, story: number | null): number {
    const joined = story ?? this.#start();
    this.#append(terms, published, joined);
    return joined;
  }

  #append(terms: readonly Term[], published: number | null, story: number): void {
    this.#index.add(terms, published);
    this.#joined.push(story);
    const outdated = this.#joined.length - 1 - this.#window;
    if (outdated >= 0) {
      this.#index.removeFirst();
      this.#compared.delete(outdated);
    }
    this.#sizes[story] = (this.#sizes[story] ?? 0) + 1;
  }

  /** The story of each article, in the order they were added. Stories are numbered in the order they started. */
  stories(): number[] {
    return this.#joined.map((story) => this.#rootOf(story));
  }

  async #vote(terms: readonly Term[], published: number | null): Promise<Ballot[]> {
    const found = await findCandidates(terms, published, this.#index);
    const rarities = await this.#index.rarities();
    const texts = await this.#index.texts(found.ordinals);
    const ranked = rankCandidates(
      {
        published,
        vector: featureVector(found.terms, rarities),
        details: eventDetails(found.terms),
      },
      texts.map((text) => ({ ...text, ...this.#comparedOf(text, rarities) })),
    );
    const byStory = Map.groupBy(ranked.slice(0, VOTERS), ({ article }) =>
      this.#rootOf(this.#joined[article.ordinal] ?? 0),
    );
    return Array.from(byStory, ([story, voters]) => {
      const votes = voters.map(({ evidence }) => confidence(evidence)).sort((a, b) => b - a);
      return { story, votes, mean: this.#mean({ story, votes }, JOIN_VOTES) };
    }).sort((a, b) => b.mean - a.mean);
  }

  #comparedOf({ ordinal, terms }: StoredText, rarities: Rarities): Compared {
    const known = this.#compared.get(ordinal);
    if (known !== undefined) return known;
    const compared = { vector: featureVector(terms, rarities), details: eventDetails(terms) };
    this.#compared.set(ordinal, compared);
    return compared;
  }

  #mean({ story, votes }: Pick<Ballot, "story" | "votes">, most: number): number {
    const count = Math.min(most, this.#sizes[story] ?? 1);
    return votes.slice(0, count).reduce((sum, vote) => sum + vote, 0) / count;
  }

  #start(): number {
    this.#sizes.push(0);
    return this.#parents.push(this.#parents.length) - 1;
  }

  #merge(story: number, into: number): void {
    this.#parents[story] = into;
    this.#sizes[into] = (this.#sizes[into] ?? 0) + (this.#sizes[story] ?? 0);
  }

  #rootOf(story: number): number {
    let root = story;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    this.#parents[story] = root;
    return root;
  }
}
