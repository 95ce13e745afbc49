import { describe, expect, test } from "vitest";
import { adjustMatch } from "../../../core/coverage/adjust-match.ts";
import type { KnownSummary } from "../../../core/coverage/coverage.ts";
import { DAY } from "../../../core/durations.ts";
import { NO_DETAILS } from "../../../core/segment/article-summary.ts";

const AGENCY =
  "Engineers found cracks in two piers of the harbour bridge on Monday morning, and nobody will cross it before spring.";

function article(domain: string, title: string, excerpt = "", published = 0): KnownSummary {
  return {
    ...NO_DETAILS,
    ...{ title, excerpt, published, url: `https://${domain}/${published}` },
    outlet: { name: domain, domain },
    dataSets: ["mine"],
    band: null,
    thirds: null,
  };
}

/** The match of an article with this confidence, once it is corrected. */
function adjusted(page: KnownSummary, other: KnownSummary, confidence: number) {
  const reason = {
    kind: "similar-text",
    verdict: confidence < 0.5 ? "same-topic" : "same-story",
    confidence,
    shared: [],
  } as const;
  const { verdict, confidence: corrected } = adjustMatch(page, { article: other, reason });
  return [verdict, corrected];
}

describe("two parts of a series", () => {
  const part = (day: number) =>
    article("a.example", `Photos of the day: May ${day}`, "", day * DAY);

  test("are on one topic, however similar they are", () => {
    expect(adjusted(part(3), part(4), 0.95)).toEqual(["same-topic", 0.49]);
  });

  test("keep a confidence that is lower", () => {
    expect(adjusted(part(3), part(4), 0.3)).toEqual(["same-topic", 0.3]);
  });
});

describe("two articles with one text", () => {
  const [one, other] = [
    article("a.example", "Bridge closed until spring", AGENCY),
    article("b.example", "Bridge is closed until spring", AGENCY),
  ];

  test("tell one story, whatever their similarity says", () => {
    expect(adjusted(one, other, 0.3)).toEqual(["same-story", 0.9]);
  });

  test("keep a confidence that is higher", () => {
    expect(adjusted(one, other, 0.95)).toEqual(["same-story", 0.95]);
  });
});

test("any other match stays as it is", () => {
  const [one, other] = [
    article("a.example", "Bridge closed until spring", AGENCY),
    article("b.example", "Ferries replace the harbour bridge"),
  ];
  expect(adjusted(one, other, 0.3)).toEqual(["same-topic", 0.3]);
  expect(adjusted(one, other, 0.7)).toEqual(["same-story", 0.7]);
});
