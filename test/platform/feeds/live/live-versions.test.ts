import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { findCoverage } from "../../../../core/coverage/find-coverage.ts";
import type { Services } from "../../../../platform/background/services.ts";
import { addOutlets } from "../../../../platform/storage/subscriptions-store.ts";
import { record } from "../../../fixtures/records.ts";
import { Machine, NOW, titleAt } from "../../workers.ts";
import { live, liveEdition, liveInDatabase } from "./live-records.ts";

let machine: Machine;
let services: Services;
beforeEach(() => {
  machine = new Machine();
  services = machine.start();
});

const answer = (address: string) =>
  services.library.lookUp((segments) => findCoverage(segments, address, []));

describe("an article that comes again", () => {
  const first = live("a.example/1", "First word");
  const again = live("a.example/1?utm_source=feed", "Second word");

  test("is stored once, in its latest version", async () => {
    await services.live.append([first, ...liveEdition("b", "Other", 40)], []);
    await services.live.append([again], []);
    expect(await liveInDatabase()).toHaveLength(2);
    expect(await titleAt(services, "https://a.example/1")).toBe("Second word");
    expect(await services.live.size()).toMatchObject({ articles: 41 });
  });

  test("is stored once when it comes twice at the same time, in the last version", async () => {
    await services.live.append([first, again], []);
    expect(await titleAt(services, "https://a.example/1")).toBe("Second word");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("is listed once on its outlet's page", async () => {
    await services.live.append([first, ...liveEdition("b", "Other", 40)], []);
    await services.live.append([again], []);
    const coverage = await answer("https://a.example/");
    if (coverage.kind !== "outlet") throw new Error(coverage.kind);
    expect(coverage.latest.map(({ title }) => title)).toEqual(["Second word"]);
  });

  test("loses its old version when the segments are merged", async () => {
    await services.live.append([first], []);
    await services.live.append([again], []);
    expect(await liveInDatabase()).toEqual([["live/2", 1]]);
  });
});

describe("an article that another outlet brings", () => {
  const bob = { name: "Bob", domain: "shared.example" };
  const own = { ...live("shared.example/bob", "Bob's word"), provider: bob };
  const fake = { ...own, title: "Fake", provider: { name: "Alice", domain: "shared.example" } };

  test("stays with the one that brought it first", async () => {
    await services.live.append([own], []);
    await services.live.append([fake], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Bob's word");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("stays so when both come at the same time", async () => {
    await services.live.append([own, fake], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Bob's word");
  });

  test("is replaced by its own outlet's newer version", async () => {
    await services.live.append([own], []);
    await services.live.append([fake, { ...own, title: "Bob's last word" }], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Bob's last word");
  });

  test("continues under the outlet's new name", async () => {
    await services.live.append([own], []);
    const outlet = { domains: ["shared.example"], feed: "https://shared.example/feed" };
    const renamed = { ...outlet, name: "Robert", country: "", language: "" };
    await addOutlets([renamed], NOW, () => crypto.randomUUID());
    const provider = { ...bob, name: "Robert" };
    await services.live.append([{ ...own, provider, title: "Robert's word" }], []);
    expect(await titleAt(services, "https://shared.example/bob")).toBe("Robert's word");
  });

  test("stays though the other is on another site", async () => {
    await services.live.append([own], []);
    await services.live.append([{ ...fake, provider: { name: "Bob", domain: "b.example" } }], []);
    const coverage = await answer("https://shared.example/bob");
    expect(coverage).toMatchObject({ page: { outlet: bob } });
  });
});

describe("an outlet on two domains", () => {
  const at = (address: string, title: string) => {
    const domain = address.replace(/^www\.|\/.*/g, "");
    return { ...live(address, title), provider: { name: "BBC News", domain } };
  };

  test("replaces an article by a newer version on the other domain", async () => {
    await services.live.append([at("www.bbc.com/news/c1", "First")], []);
    await services.live.append([at("www.bbc.co.uk/news/c1", "Again")], []);
    expect(await titleAt(services, "https://www.bbc.com/news/c1")).toBe("Again");
    expect(await services.live.size()).toMatchObject({ articles: 1 });
  });

  test("is one outlet", async () => {
    await services.live.append([at("www.bbc.com/news/c1", "One")], []);
    await services.live.append([at("www.bbc.co.uk/news/c2", "Two")], []);
    expect(await answer("https://www.bbc.co.uk/")).toMatchObject({
      kind: "outlet",
      site: "bbc.com",
      ratings: [{ articles: 2 }],
    });
  });

  test("is taken out with the articles on both", async () => {
    services.live.start();
    await services.live.append([at("www.bbc.com/news/c1", "One")], []);
    await services.live.append([at("www.bbc.co.uk/news/c2", "Two")], []);
    await services.live.append([live("a.example/1", "Other")], []);
    await services.live.drop(["bbc.com", "bbc.co.uk"], []);
    expect(await services.live.size()).toMatchObject({ articles: 1 });
    expect(await titleAt(services, "https://www.bbc.com/news/c2")).toBe("none");
  });
});

describe("an article that is also in a data set", () => {
  const address = "https://mine.example/0";

  test("has the text and quality of the data set, and the fields it lacks from the feed", async () => {
    await machine.import("s1", [record(address, { title: "Edited", quality: 70 })]);
    await services.live.append(
      [{ ...live("mine.example/0", "Fed"), excerpt: "From the feed" }],
      [],
    );
    const coverage = await answer(address);
    expect(coverage).toMatchObject({
      page: {
        title: "Edited",
        quality: 70,
        excerpt: "From the feed",
        published: NOW,
        dataSets: ["mine", "live"],
      },
    });
  });

  test("still has the related articles of the data set", async () => {
    const related = [record(address), record("https://third.example/1", { title: "Third" })];
    await machine.import("s1", [record("https://other.example/1", { title: "Other", related })]);
    await services.live.append([live("mine.example/0", "Fed")], []);
    const coverage = await answer(address);
    expect(coverage).toMatchObject({ related: [{ title: "Other" }, { title: "Third" }] });
  });
});
