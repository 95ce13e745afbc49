// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { OptionsPage } from "../../../components/options/OptionsPage.tsx";
import type { Status } from "../../../core/protocol/responses.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import type { Follow } from "../../../core/today/follows.ts";
import { liveStatus } from "../../fixtures/live-outlets.ts";
import { publishedSet } from "../../fixtures/published-sets.ts";
import { SAVED } from "../../fixtures/saved-stories.ts";
import { button, choose, click, enter, NOW, show, textOf, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";
import { BUNDLED, jobStatus, ownDataSet } from "./data-sets/data-set-states.ts";
import { fakeOptions, statusOf } from "./data-sets/options-states.ts";
import { outlet } from "./live/live-states.tsx";

const CORRECTION = {
  page: "a.example/1",
  pageTitle: "One",
  article: "b.example/2",
  articleTitle: "Two",
  at: NOW,
} as const;

/** The options page once the status is loaded. */
async function options(status: Status | null = statusOf()) {
  const background = new FakeBackground({
    "corrections.list": [],
    "settings.change": ({ change }) => parseSettings(change),
    status: status ?? statusOf(),
  });
  const fake = fakeOptions(background);
  const place = show(<OptionsPage deps={fake.deps} />);
  await settle(() => {
    if (status !== null) fake.status.push(status);
    fake.liveStatus.push(liveStatus([]));
    if (status !== null) fake.corrections.push([]);
  });
  return { place, ...fake };
}

/** The text of `failedUnavailable`. */
const NO_ANSWER =
  "The background of the extension did not answer. Try again. If that does not help, turn the extension off and on.";

const toast = (place: Element) => textOf(place.querySelector(".toast p"));

describe("the options page", () => {
  test("says that it is loading", async () => {
    const { place } = await options(null);
    expect(place.querySelector("[aria-busy=true]")?.getAttribute("aria-label")).toBe(
      "Looking it up…",
    );
    expect(textsOf(place, "h2")).toEqual([]);
  });

  test("can be tried again where it did not load", async () => {
    const { place, status } = await options(null);
    await settle(() => status.fail());
    expect(textsOf(place, "h2")).toEqual(["No answer"]);
    await settle(() => click(button(place, "Try again")));
    expect(textsOf(place, "h2")).toContain("Data sets");
  });

  test("shows its sections one after the other", async () => {
    const { place } = await options();
    expect(textsOf(place, "h2")).toEqual([
      "Your outlets",
      "Data sets",
      "Reading",
      "Hidden and preferred outlets",
      "Hidden on these sites",
      "Your corrections",
      "Delete everything",
      "About",
    ]);
  });

  test("has a link to each of its parts, with the one in view marked", async () => {
    const { place } = await options();
    const links = Array.from(place.querySelectorAll<HTMLAnchorElement>("nav a"));
    expect(links.map((link) => [textOf(link), link.hash])).toEqual([
      ["Outlets", "#outlets"],
      ["Data sets", "#data-sets"],
      ["Reading", "#reading"],
      ["Sites", "#sites"],
      ["Privacy", "#privacy"],
      ["About", "#about"],
    ]);
    expect(links.map(({ hash }) => place.querySelector(`.parts > ${hash}`) !== null)).toEqual(
      links.map(() => true),
    );
    expect(place.querySelectorAll("nav [aria-current]")).toHaveLength(1);
  });

  test("says which version of the extension it is of", async () => {
    const { place } = await options();
    expect(textsOf(place, "#about dd")).toEqual(["0.1.0", "MIT"]);
    const introduction = place.querySelector<HTMLAnchorElement>("#about a");
    expect(textOf(introduction)).toBe("Show the introduction");
    expect(introduction?.getAttribute("href")).toBe("/welcome.html");
  });

  test("has no section for corrections and live outlets before they are known", async () => {
    const fake = fakeOptions(new FakeBackground());
    const place = show(<OptionsPage deps={fake.deps} />);
    await settle(() => fake.status.push(statusOf()));
    expect(textsOf(place, "h2")).toEqual([
      "Data sets",
      "Reading",
      "Hidden and preferred outlets",
      "Hidden on these sites",
      "Delete everything",
      "About",
    ]);
  });

  test("shows a notice about the index until it is dismissed", async () => {
    const { place, background } = await options(statusOf({ notice: "rebuilt" }));
    expect(textOf(place.querySelector(".notice p"))).toMatch(/^The browser had lost the index/);
    background.answers["notice.dismiss"] = statusOf();
    background.answers.status = statusOf();
    await settle(() => click(button(place, "Dismiss")));
    expect(place.querySelector(".notice")).toBeNull();
  });
});

describe("a setting", () => {
  test("is changed, with a message", async () => {
    const { place, background } = await options();
    background.answers.status = statusOf({}, { sidebar: "off" });
    await settle(() => choose(place, "off"));
    expect(background.of("settings.change")).toEqual([
      { type: "settings.change", change: { sidebar: "off" } },
    ]);
    expect(place.querySelector("select")?.value).toBe("off");
    expect(toast(place)).toBe("Saved.");
  });

  test("is reported as unchanged when the background does not answer", async () => {
    const { place, background } = await options();
    background.isUnavailable = true;
    await settle(() => choose(place, "off"));
    expect(toast(place)).toBe(NO_ANSWER);
  });
});

describe("a site", () => {
  const withSites = (...sitesOff: string[]) => statusOf({}, { sitesOff });

  async function withSiteOff() {
    const page = await options();
    page.background.answers["site.switch"] = ({ site, on }) => ({
      ...parseSettings({}),
      sitesOff: on ? [] : [site],
    });
    page.background.answers.status = withSites("news.example");
    await settle(() => enter(page.place, "news.example"));
    return page;
  }

  test("is switched off, with a message", async () => {
    const { place, background } = await withSiteOff();
    expect(background.of("site.switch")).toEqual([
      { type: "site.switch", site: "news.example", on: false },
    ]);
    expect(textsOf(place, ".sites span")).toEqual(["news.example"]);
    expect(toast(place)).toBe("Hidden on news.example.");
  });

  test("is switched on again by Undo", async () => {
    const { place, background } = await withSiteOff();
    background.answers.status = withSites();
    await settle(() => click(button(place, "Undo")));
    expect(background.of("site.switch").at(-1)).toEqual({
      type: "site.switch",
      site: "news.example",
      on: true,
    });
    expect(textsOf(place, ".sites li")).toEqual([]);
    expect(toast(place)).toBe("Shown on news.example again.");
  });

  test("that no data set names is reported as unknown", async () => {
    const { place, background } = await options();
    background.answers["site.switch"] = parseSettings({});
    await settle(() => enter(place, "blog.example"));
    expect(toast(place)).toBe("No data set names blog.example, so nothing runs there.");
    expect(textsOf(place, ".toast button")).not.toContain("Undo");
  });
});

describe("a data set that was imported", () => {
  const harbour = ownDataSet("harbour", "Harbour watch");

  test.each([
    ["with access to its sites", harbour, "“Harbour watch” has been added."],
    [
      "without the access that it was to have",
      { ...harbour, isAccessGranted: false },
      "“Harbour watch” has been added. You did not allow its sites, so the sidebar will not open there by itself. The toolbar button still answers.",
    ],
    [
      "for the toolbar button",
      { ...harbour, access: "toolbar", isAccessGranted: false },
      "“Harbour watch” has been added.",
    ],
  ] as const)("is announced: %s", async (_, dataSet, expected) => {
    const { place, status } = await options(statusOf({ job: jobStatus() }));
    await settle(() => status.push(statusOf({ dataSets: [BUNDLED, dataSet] })));
    expect(toast(place)).toBe(expected);
  });
});

describe("a reset", () => {
  const FOLLOW: Follow = {
    id: "0b3f6d9e-6d0c-4a53-9d0a-0d7c7f2f4c11",
    articles: [{ url: "https://a.example/1", title: "Bridge closed", outlet: "A", published: 1 }],
    followedAt: 2,
  };
  const SITE_FORM = { site: "a.example", form: "closed" } as const;
  const GAZETTE = outlet("The Gazette");

  async function afterReset() {
    const page = await options(statusOf({}, { sidebar: "tab" }));
    const { background, corrections, published, liveStatus: liveStatusOf, place } = page;
    await settle(() => {
      corrections.push([CORRECTION]);
      published.push({ sets: [], canSubscribe: true });
      liveStatusOf.push(liveStatus([GAZETTE]));
    });
    background.answers["follows.list"] = [FOLLOW];
    background.answers["saved.list"] = [SAVED];
    background.answers["siteForms.list"] = [SITE_FORM];
    background.answers.reset = () => {
      background.answers.status = statusOf();
      background.answers["corrections.list"] = [];
      background.answers["outlets.status"] = liveStatus([]);
      return statusOf();
    };
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    return page;
  }

  test("is done once, with a message", async () => {
    const { place, background } = await afterReset();
    expect(background.of("reset")).toHaveLength(1);
    expect(place.querySelector<HTMLSelectElement>("#reading select")?.value).toBe("open");
    expect(toast(place)).toBe(
      "Deleted: 1 outlet, 1 correction, 1 followed story, 1 saved story. All settings are as they were at installation.",
    );
    expect(button(place, "Delete everything…").disabled).toBe(false);
  });

  test("brings back settings, corrections, followed and saved stories, forms of the sidebar and outlets when it is undone", async () => {
    const { place, background } = await afterReset();
    background.answers["corrections.add"] = [CORRECTION];
    background.answers["follows.add"] = [FOLLOW];
    background.answers["saved.add"] = [SAVED];
    background.answers["siteForms.add"] = [SITE_FORM];
    background.answers["outlets.restore"] = liveStatus([]);
    background.answers["outlets.add"] = liveStatus([GAZETTE]);
    background.answers.status = statusOf({}, { sidebar: "tab" });
    const before = background.requests.length;
    await settle(() => click(button(place, "Undo")));
    expect(background.requests.slice(before)).toEqual([
      { type: "corrections.add", pairs: [CORRECTION] },
      { type: "outlets.restore", ids: [GAZETTE.id] },
      { type: "outlets.add", outlets: [GAZETTE] },
      { type: "follows.add", follows: [FOLLOW] },
      { type: "saved.add", stories: [SAVED] },
      { type: "siteForms.add", forms: [SITE_FORM] },
      { type: "settings.change", change: { ...parseSettings({}), sidebar: "tab" } },
      { type: "status" },
    ]);
    expect(place.querySelector<HTMLSelectElement>("#reading select")?.value).toBe("tab");
    expect(textsOf(place, ".corrected-title")).toEqual(["Two", "One"]);
    expect(toast(place)).toBe("Everything is back.");
  });

  test("says what it will delete, and does so only when that is confirmed", async () => {
    const { place, background, published } = await options();
    await settle(() => published.push({ sets: [publishedSet(NOW)], canSubscribe: true }));
    background.answers["follows.list"] = [];
    background.answers["saved.list"] = [SAVED];
    background.answers["siteForms.list"] = [];
    await settle(() => click(button(place, "Delete everything…")));
    expect(textsOf(place, "#privacy [role=alert]")).toContain(
      "This deletes: 1 data set, 1 saved story. All settings go back to what they were at installation.",
    );
    await settle(() => click(button(place, "Cancel")));
    expect(background.of("reset")).toEqual([]);
  });

  test("says when it is too late to restore the data sets", async () => {
    const { place, background, published } = await options();
    const harbour = publishedSet(NOW);
    await settle(() => published.push({ sets: [harbour], canSubscribe: true }));
    background.answers.reset = statusOf();
    background.answers["published.restore"] = { sets: [], canSubscribe: true };
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    await settle(() => click(button(place, "Undo")));
    expect(background.of("published.restore")).toEqual([
      { type: "published.restore", id: harbour.id },
    ]);
    expect(toast(place)).toBe("It is too late to bring back the data sets. The rest is back.");
  });

  test("cannot be started again while it is under way", async () => {
    const { deps, background, status, liveStatus: outlets, published, corrections } = fakeOptions();
    const end = Promise.withResolvers<void>();
    const send: typeof deps.send = async (request) => {
      if (request.type === "reset") await end.promise;
      return background.send(request);
    };
    const place = show(<OptionsPage deps={{ ...deps, send }} />);
    await settle(() => {
      status.push(statusOf());
      outlets.push(liveStatus([]));
      published.push({ sets: [], canSubscribe: true });
      corrections.push([]);
    });
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    expect(button(place, "Delete everything…").disabled).toBe(true);
    await settle(() => end.resolve());
    expect(button(place, "Delete everything…").disabled).toBe(false);
  });

  test("is reported as failed when the background does not answer", async () => {
    const { place, background, published } = await options();
    await settle(() => published.push({ sets: [], canSubscribe: true }));
    background.isUnavailable = true;
    await settle(() => click(button(place, "Delete everything…")));
    await settle(() => click(button(place, "Delete")));
    expect(toast(place)).toBe(NO_ANSWER);
    expect(textsOf(place, ".toast button")).not.toContain("Undo");
  });
});
