import type { FeedAnswer, FeedFailure, FeedRequest } from "../../../core/feeds/read/feed-answer.ts";

/** Handed to the page that reads feeds, with the port over which it is asked. */
export interface FeedReaderSetUp {
  /** Where it may connect to, as sources of a Content Security Policy. */
  readonly sources: readonly string[];
}

/** A message to the page. It reads several feeds at once; `id` says which one is meant. */
export type FeedReaderMessage =
  | { readonly type: "read"; readonly id: number; readonly request: FeedRequest }
  | { readonly type: "stop"; readonly id: number };

/** A message from the page. */
export interface FeedReaderReport {
  readonly id: number;
  readonly answer: FeedAnswer;
}

/** The open page, and how to send it requests. */
export interface FeedReaderPage {
  readonly port: MessagePort;
  /** Whether it may connect to where a feed is; that is settled when it is opened. */
  mayReach(request: FeedRequest): boolean;
  close(): Promise<void>;
}

/** The answer for a poll that failed. */
export function failedWith(
  failure: FeedFailure,
  status: number | null = null,
  retryAfter: number | null = null,
): FeedAnswer {
  return { kind: "failed", failure, status, retryAfter };
}
