import type { FeedAnswer, FeedRequest } from "../../../core/feeds/read/feed-answer.ts";

/** Fetches and reads feeds outside the background, so that the background keeps answering. */
export interface FeedReader {
  /** One feed, once. Every failure, its own included, is an answer. */
  read(request: FeedRequest, signal: AbortSignal): Promise<FeedAnswer>;
  /** Releases its resources when nothing more has to be read for a while. */
  close(): Promise<void>;
}
