// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { siteOf } from "../../../../core/url/site-of.ts";
import { button, click, field, submit, textOf, type } from "../../kit/english.tsx";
import { live, outlet } from "./live-states.tsx";

function form(told: typeof siteOf | null = siteOf) {
  const picked = [outlet("Gazette")];
  const shown = live(picked, { panel: { kind: "address", siteOf: told } });
  const enter = (address: string, name = "", site = "") => {
    type(field(shown.place, "Address of the feed"), address);
    type(field(shown.place, "Name (optional)"), name);
    type(field(shown.place, "Sites of its articles (optional)"), site);
    submit(button(shown.place, "Add outlet"));
  };
  const errors = () =>
    Array.from(shown.place.querySelectorAll(".panel [role=alert]"), textOf).filter(Boolean);
  return { ...shown, enter, errors };
}

const ADDED = { name: "coast.example", domains: ["coast.example"], country: "", language: "" };

describe("a feed is added by its address", () => {
  test("named for its host, on its site", () => {
    const { enter, add } = form();
    enter("https://www.coast.example/rss");
    expect(add.mock.calls).toEqual([[[{ ...ADDED, feed: "https://www.coast.example/rss" }]]]);
  });

  test("with a name", () => {
    const { enter, add } = form();
    enter("coast.example/rss", " The Coast ");
    expect(add.mock.calls[0]?.[0]).toEqual([
      { ...ADDED, name: "The Coast", feed: "https://coast.example/rss" },
    ]);
  });

  test.each(["news.coast.example", "http://www.coast.example/en"])(
    "with the site of its articles: %s",
    (site) => {
      const { enter, add } = form();
      enter("https://feeds.burner.example/coast", "Coast", site);
      expect(add.mock.calls[0]?.[0]?.[0]?.domains).toEqual(["coast.example"]);
    },
  );
});

test("with all sites of an outlet that the list knows", () => {
  const { enter, add } = form();
  enter("https://feeds.bbci.co.uk/news/rss.xml", "BBC News", "bbc.co.uk");
  expect(add.mock.calls[0]?.[0]?.[0]?.domains).toEqual(["bbc.com", "bbc.co.uk"]);
});

describe("what cannot be added is reported beside the field", () => {
  test.each([
    ["", "Enter the address of a feed, such as https://example.com/feed."],
    ["javascript:alert(1)", "Enter the address of a feed, such as https://example.com/feed."],
    ["http://coast.example/rss", "Only addresses with https can be used."],
    [
      "https://192.168.1.2/rss",
      "Only named sites on the public web can be used, not those of a private network.",
    ],
    ["https://gazette.example/rss.xml", "This feed is already there, as “Gazette”."],
  ])("“%s”: %s", (address, text) => {
    const { enter, errors, add } = form();
    enter(address);
    expect(errors()).toEqual([text]);
    expect(add).not.toHaveBeenCalled();
  });

  test("a host that is not on a site", () => {
    const { enter, errors } = form();
    enter("https://coast.example/rss", "", "no site");
    expect(errors()).toEqual(["Enter a site’s name such as example.com."]);
  });

  test.each([
    ["co.uk", "https://feeds.burner.example/coast", "co.uk"],
    ["its own", "https://github.io/feed", ""],
  ])("a host whose subdomains belong to different people: %s", (_, address, site) => {
    const { enter, errors, add } = form();
    enter(address, "", site);
    const host = site || "github.io";
    expect(errors()).toEqual([
      `Anyone can have a site under ${host}. Enter the outlet’s own site.`,
    ]);
    expect(add).not.toHaveBeenCalled();
  });

  test("until it is changed", () => {
    const { place, enter, errors } = form();
    enter("");
    type(field(place, "Address of the feed"), "c");
    expect(errors()).toEqual([]);
  });
});

test("nothing can be added before the Public Suffix List is loaded", () => {
  const { place } = form(null);
  expect(button(place, "Add outlet").disabled).toBe(true);
});

test("it can be closed", () => {
  const { place, closePanel } = form();
  click(button(place, "Cancel"));
  expect(closePanel).toHaveBeenCalledTimes(1);
});
