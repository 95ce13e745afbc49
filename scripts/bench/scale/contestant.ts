import type { ArticleRecord } from "../../../core/record/article-record.ts";

/** A way to keep articles in the browser and to ask for them, or what a worker needs of it. */
export interface Contestant {
  /** An empty store to fill. */
  create?(): Promise<FillableStore>;
  /** The filled store, as a worker finds it that knows nothing yet. */
  open?(): Promise<OpenStore>;
}

export interface FillableStore {
  add(records: readonly ArticleRecord[]): Promise<void>;
  /** Everything is on disk, ready to be asked. */
  finish(): Promise<void>;
}

export interface OpenStore {
  /** Title of the article at an address. */
  byUrl(address: string): Promise<string | null>;
  /** Whether an address is known, which it is not. */
  isKnown(address: string): Promise<boolean>;
  /** Ten articles of a host's outlet, the latest where the store can tell. */
  byDomain(host: string): Promise<readonly FoundArticle[]>;
  /** Blocks read so far; for stores that have blocks. */
  readonly blocks?: () => number;
}

export interface FoundArticle {
  readonly title: string;
  readonly url: string;
}

/** How many articles `byDomain` gives at most. */
export const LATEST = 10;

/** What a worker does; it is told by its name, so that it need not wait for a message. */
export type Task =
  | { readonly do: "import"; readonly parts: readonly string[] }
  | { readonly do: "cold"; readonly url: string }
  | { readonly do: "warm"; readonly questions: string };

export interface ImportResult {
  readonly articles: number;
  /** Of the store's own work: without the time to fetch and parse. */
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
