import { describe, expect, test } from "vitest";
import { listedOffer, pageOffer } from "../../../core/offer/page-offer.ts";
import type { ListedOutlet } from "../../../core/outlets/starter-list.ts";
import type { PageFacts } from "../../../core/page/page-facts.ts";
import { siteOf } from "../../../core/url/site-of.ts";
import { OUTLET } from "../../components/answers.ts";

const FACTS: PageFacts = {
  headline: "The ferry returns",
  description: "",
  published: null,
  language: "en",
  outlet: "Gazette Online",
  type: "article",
  marks: [],
};
const OWN = { title: "News", feed: "https://www.gazette.example/rss" };
const ELSEWHERE = { title: "All", feed: "https://feeds.burner.example/gazette" };
const PAGE = {
  address: "https://www.gazette.example/ferry",
  feeds: [ELSEWHERE, OWN],
  facts: FACTS,
  coverage: { kind: "none" } as const,
};
const PICKED = { domains: ["gazette.example"], feed: OWN.feed, removedAt: null };

const offered = (
  page: Partial<Parameters<typeof pageOffer>[0]> = {},
  picked = [] as (Omit<typeof PICKED, "removedAt"> & { removedAt: number | null })[],
) => pageOffer({ ...PAGE, ...page }, picked, siteOf);

describe("the outlet of an open page is offered", () => {
  test("with the feeds on its own site first, and those on other hosts marked", () => {
    const outlet = {
      name: "Gazette Online",
      domains: ["gazette.example"],
      country: "",
      language: "en",
    };
    expect(offered()).toEqual({
      name: "Gazette Online",
      feeds: [
        { title: "News", elsewhere: null, entry: { ...outlet, feed: OWN.feed } },
        {
          title: "All",
          elsewhere: "feeds.burner.example",
          entry: { ...outlet, feed: ELSEWHERE.feed },
        },
      ],
    });
  });

  test.each([
    ["the data's", { coverage: OUTLET }, "The Gazette"],
    ["the page's", {}, "Gazette Online"],
    ["the host's where there is none", { facts: null }, "gazette.example"],
  ])("under %s name", (_, page, name) => {
    expect(offered(page)?.name).toBe(name);
  });

  test("under its host's name as it is, but for www at its start", () => {
    const address = "https://mywww.example/ferry";
    expect(offered({ address, facts: null })?.name).toBe("mywww.example");
  });

  test("again after it was removed", () => {
    expect(offered({}, [{ ...PICKED, removedAt: 1 }])?.feeds).toHaveLength(2);
  });
});

test("a writer on a platform is offered although another one was added", () => {
  // As for a platform whose writers have a site each.
  const page = {
    ...PAGE,
    address: "https://bob.letters.example/p/ferry",
    feeds: [{ title: "Bob", feed: "https://bob.letters.example/feed" }],
  };
  const alice = {
    domains: ["alice.letters.example"],
    feed: "https://alice.letters.example/feed",
    removedAt: null,
  };
  const entry = pageOffer(page, [alice], (host) => host)?.feeds[0]?.entry;
  expect(entry?.domains).toEqual(["bob.letters.example"]);
});

describe("nothing is offered", () => {
  test.each([
    ["by another feed of its site", { ...PICKED, feed: "https://gazette.example/other" }],
    ["by that feed under another site", { ...PICKED, domains: ["other.example"] }],
  ])("by a page of an outlet that was added %s", (_, picked) => {
    expect(offered({}, [picked])).toBeNull();
  });

  test("by a page without feeds", () => {
    expect(offered({ feeds: [] })).toBeNull();
  });

  test("by a page on a shared host", () => {
    expect(offered({ address: "https://github.io/ferry" })).toBeNull();
  });

  test("at an address without a name", () => {
    expect(offered({ address: "http://127.0.0.1/ferry" })).toBeNull();
  });
});

describe("an outlet of the list", () => {
  const listed: ListedOutlet = {
    name: "The Courier",
    domains: ["courier.example", "courier-news.example"],
    country: "GB",
    language: "en",
    feed: "https://feeds.burner.example/courier",
    kind: "paper",
    evidence: { kind: "checked", date: "2026-10-03" },
  };
  const picked = { domains: ["courier-news.example"], feed: "https://a.example/", removedAt: null };

  test("is offered by its name, with its feed in the list", () => {
    expect(listedOffer(listed, [PICKED])).toEqual({
      name: "The Courier",
      feeds: [{ title: "", elsewhere: "feeds.burner.example", entry: listed }],
    });
  });

  test.each([
    ["by one of its domains", picked],
    ["by its feed", { ...picked, domains: ["other.example"], feed: listed.feed }],
  ])("is not offered when it was added %s", (_, added) => {
    expect(listedOffer(listed, [added])).toBeNull();
  });

  test("is offered again after it was removed", () => {
    expect(listedOffer(listed, [{ ...picked, removedAt: 1 }])?.name).toBe("The Courier");
  });
});
