import type { JobFailure } from "../../core/protocol/data-set-status.ts";
import { TooManyEntriesError } from "../../core/segment/build-segment.ts";

/** No source by that name, or it cannot be read. */
export class MissingSourceError extends Error {}

/** The failure that is shown to the user for an error that ended a job. */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof TooManyEntriesError) return "too-large";
  if (error instanceof MissingSourceError) return "source-lost";
  return isDiskFull(error) ? "disk-full" : "internal";
}

/**
 * Whether an error comes of a full disk, or of the browser's share of it being used up. Chromium
 * says so of a full disk only in its message ("FILE_ERROR_NO_SPACE", an `UnknownError`).
 */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "QuotaExceededError" || /NO_SPACE|no space|disk full/i.test(error.message);
}
