import type { ArticleRecord } from "../../../core/record/article-record.ts";

/** A way to store articles in the browser and to look them up. */
export interface Contestant {
  /** An empty store to fill. */
  create?(): Promise<FillableStore>;
  /** Opens the filled store, as a fresh worker does. */
  open?(): Promise<OpenStore>;
}

export interface FillableStore {
  add(records: readonly ArticleRecord[]): Promise<void>;
  /** Resolves when everything is on disk and can be looked up. */
  finish(): Promise<void>;
}

export interface OpenStore {
  /** Title of the article at an address. */
  byUrl(address: string): Promise<string | null>;
  /** Whether an address is known; it is asked with unknown ones. */
  isKnown(address: string): Promise<boolean>;
  /** Ten articles of a host's outlet, the latest ones if the store knows the order. */
  byDomain(host: string): Promise<readonly FoundArticle[]>;
  /** Blocks read so far, for stores that have blocks. */
  readonly blocks?: () => number;
}

export interface FoundArticle {
  readonly title: string;
  readonly url: string;
}

/** How many articles `byDomain` returns at most. */
export const LATEST = 10;

/** What a worker does. Its name says so, so that it need not wait for a message. */
export type Task =
  | { readonly do: "import"; readonly parts: readonly string[] }
  | { readonly do: "cold"; readonly url: string }
  | { readonly do: "warm"; readonly questions: string };

export interface ImportResult {
  readonly articles: number;
  /** Time of the store's own work, without fetching and parsing. */
  readonly ms: number;
}

export interface ColdResult {
  readonly title: string | null;
  /** From the worker's first line to the answer. */
  readonly ms: number;
  /** One bare read after that, median. */
  readonly bareMs: number;
}

/** Times of each question in ms, and the answers. */
export interface WarmResult {
  readonly bare: readonly number[];
  readonly known: readonly number[];
  readonly titles: readonly (string | null)[];
  /** Blocks read for each known address. */
  readonly blocks: readonly number[];
  readonly unknown: readonly number[];
  readonly wronglyKnown: number;
  readonly domain: readonly number[];
  readonly found: readonly (readonly FoundArticle[])[];
}

export type WorkerMessage =
  | { readonly kind: "progress"; readonly articles: number }
  | { readonly kind: "done"; readonly result: ImportResult | ColdResult | WarmResult }
  | { readonly kind: "failed"; readonly message: string };
