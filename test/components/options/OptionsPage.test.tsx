// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { OptionsPage } from "../../../components/options/OptionsPage.tsx";
import { parseSettings } from "../../../core/settings/settings.ts";
import { button, choose, click, enter, show, textOf, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";
import { BUNDLED, jobStatus, ownDataSet } from "./data-sets/data-set-states.ts";
import { fakeOptions, statusOf } from "./data-sets/options-states.ts";
import { NO_ANSWER, options, toast } from "./opened-options.tsx";

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
      "“Harbour watch” has been added. You did not allow its sites, so the sidebar will not open there by itself. The toolbar button still works.",
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
