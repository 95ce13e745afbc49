import { expect, test } from "vitest";
import { feedFailure } from "../../../../core/feeds/read/feed-answer.ts";

test.each([
  ...["no-permission", "unreachable", "timeout", "too-large", "gone", "not-found", "refused"],
  ...["too-often", "server-error", "odd-answer", "web-page", "not-a-feed", "other-site"],
  ...["forbidden-address", "internal"],
])("a stored failure may be %s", (failure) => {
  expect(feedFailure.safeParse(failure).success).toBe(true);
});
