import type { JobStatus } from "../../core/protocol/data-set-status.ts";
import type { BlockStore } from "../store/block-store.ts";
import type { SourceStore } from "../store/source-store.ts";

/** What the jobs need. */
export interface JobSurroundings {
  readonly sources: SourceStore;
  openStore(): Promise<BlockStore>;
  /** Generations that something else builds, which a switch must not sweep. */
  otherConstruction(): readonly string[];
  newGeneration(): string;
  now(): number;
  /** Gives other work its turn when this one's is over. */
  pause(): Promise<void>;
  /** Something runs, goes on, or has ended (`null`). */
  onProgress(status: JobStatus | null): void;
  /** The list of data sets has changed, by `rebuilt` because a lost index is there again. */
  onChange(cause: "import" | "rebuilt"): Promise<void>;
}
