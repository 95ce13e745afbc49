import { expect, test } from "vitest";
import { outletTopics } from "../../../core/coverage/outlet-topics.ts";
import type { Segment } from "../../../core/segment/segment.ts";

/** A segment of which only the topics of articles are asked for. */
const segment = (topics: Readonly<Record<string, readonly string[]>>) =>
  ({
    article: async (key: string) => {
      const own = topics[key];
      return own === undefined ? null : { own: { topics: own } };
    },
  }) as unknown as Segment;

test("the topics of an outlet's latest articles are told by how many have them", async () => {
  const one = segment({ "a.example/1": ["Ferries", "Storm"], "a.example/2": ["Storm"] });
  const other = segment({ "a.example/1": ["Storm"] });
  const urls = ["https://a.example/1", "https://a.example/2", "https://a.example/3"];
  expect(await outletTopics([one, other], urls)).toEqual([
    { topic: "Storm", articles: 2 },
    { topic: "Ferries", articles: 1 },
  ]);
});
