import { expect, test } from "vitest";
import type { KnownItem } from "../../../../core/feeds/poll/feed-state.ts";
import { knownFromOtherFeeds } from "../../../../core/feeds/poll/known-items.ts";
import { feedState } from "../../../fixtures/feed-states.ts";

const outlet = (id: string, name = "Harbour", domain = "harbour.example") => ({
  ...{ id, name },
  domains: [domain],
});
const item = (key: string): KnownItem => [key, "hash", 1, 2];

test("what the other feeds of an outlet know, and no others", () => {
  const outlets = [
    outlet("own"),
    outlet("sport"),
    outlet("never polled"),
    outlet("world"),
    outlet("other", "Coast", "coast.example"),
  ];
  const states = new Map(
    ["own", "sport", "world", "other"].map((id) => [id, feedState({ known: [item(id)] })]),
  );
  expect(knownFromOtherFeeds(outlet("own"), outlets, (id) => states.get(id))).toEqual([
    item("sport"),
    item("world"),
  ]);
});
