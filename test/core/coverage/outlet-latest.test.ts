import { expect, test } from "vitest";
import { outletLatest } from "../../../core/coverage/outlet-latest.ts";
import type { Segment } from "../../../core/segment/segment.ts";
import { article } from "../../components/answers.ts";

/** A segment of which only records by their keys are asked for. */
const segment = (records: Readonly<Record<string, object>>) =>
  ({
    article: async (key: string) => {
      const own = records[key];
      return own === undefined ? null : { own: { article: article("A"), topics: [], ...own } };
    },
  }) as unknown as Segment;

const URLS = ["https://a.example/1", "https://a.example/2", "https://a.example/3"];

test("the topics of an outlet's latest articles are told by how many have them", async () => {
  const one = segment({
    "a.example/1": { topics: ["Ferries", "Storm"] },
    "a.example/2": { topics: ["Storm"] },
  });
  const other = segment({ "a.example/1": { topics: ["Storm"] } });
  expect((await outletLatest([one, other], URLS)).topics).toEqual([
    { topic: "Storm", articles: 2 },
    { topic: "Ferries", articles: 1 },
  ]);
});

test("and how many of them have another headline by now", async () => {
  const changed = article("A", {
    title: "Bridge closed for weeks",
    history: [{ title: "Bridge closed", excerpt: "", replaced: 1 }],
  });
  const one = segment({ "a.example/1": { article: changed }, "a.example/2": {} });
  expect(await outletLatest([one], URLS)).toEqual({ read: 3, changed: 1, topics: [] });
});
