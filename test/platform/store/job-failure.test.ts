import { expect, test } from "vitest";
import { TooManyEntriesError } from "../../../core/segment/build-segment.ts";
import { failureOf, MissingSourceError } from "../../../platform/store/job-failure.ts";

test.each([
  ["too-large", new TooManyEntriesError("more than 12000000 addresses")],
  ["source-lost", new MissingSourceError("s1")],
  ["disk-full", new DOMException("", "QuotaExceededError")],
  ["disk-full", new DOMException("FILE_ERROR_NO_SPACE", "UnknownError")],
  ["disk-full", new Error("no space left on device")],
  ["disk-full", new Error("database or disk is full: Disk Full")],
  ["internal", new Error("something else")],
  ["internal", { name: "QuotaExceededError", message: "no space" }],
  ["internal", null],
])("%s is the message to the user for %s", (failure, error) => {
  expect(failureOf(error)).toBe(failure);
});
