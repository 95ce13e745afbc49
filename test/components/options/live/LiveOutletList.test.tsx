// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import type { FeedFailure } from "../../../../core/feeds/read/feed-answer.ts";
import type { OutletStatus } from "../../../../core/protocol/live-status.ts";
import { manyOutlets } from "../../../fixtures/live-outlets.ts";
import { button, click, NOW, textOf, textsOf, type } from "../../kit/english.tsx";
import { live, outlet } from "./live-states.tsx";

const names = (place: Element) => textsOf(place, ".outlet-name bdi");
const one = (fields: Partial<OutletStatus> = {}) => live([outlet("Gazette", fields)]);

/** Unfolds the details of the first outlet. */
function unfold(place: Element): Element {
  const details = place.querySelector<HTMLDetailsElement>(".outlet-row details");
  if (details === null) throw new Error("no outlet");
  void act(() => {
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
  });
  return details;
}

describe("an outlet", () => {
  test("is listed with its country, when it was polled, and what came today", () => {
    const { place } = one();
    expect(textsOf(place, ".outlet-name, .outlet-line .fine, .outlet-today")).toEqual([
      "Gazette",
      "gazette.example · France · Checked 3 minutes ago",
      "24 articles today",
    ]);
  });

  test.each<[string, Partial<OutletStatus>, string]>([
    ["of no known country", { country: "" }, "gazette.example · Checked 3 minutes ago"],
    ["that is being polled", { isPolling: true }, "gazette.example · France · Being checked…"],
    [
      "that was not polled yet",
      { lastSuccessAt: null },
      "gazette.example · France · Not checked yet",
    ],
    [
      "that was polled in vain",
      { lastSuccessAt: null, health: "failing", failure: "not-found" },
      "gazette.example · France · Has not worked yet",
    ],
    ["that fails", { health: "failing" }, "gazette.example · France · Last worked 3 minutes ago"],
  ])("%s is shown as such", (_, fields, text) => {
    expect(textOf(one(fields).place.querySelector(".outlet-line .fine"))).toBe(text);
  });

  test.each<[string, Partial<OutletStatus>, string[]]>([
    ["in good order", {}, []],
    ["that is paused", { isPaused: true }, ["Paused"]],
    ["that fails", { health: "failing" }, ["Failing"]],
    ["that has failed for a week", { health: "dead" }, ["Failing for a week"]],
    ["that was given up a moment ago", { health: "dead", failure: "gone" }, ["Failing"]],
    [
      "that is not allowed, paused or not",
      { health: "not-allowed", isPaused: true },
      ["Not allowed"],
    ],
  ])("%s is marked", (_, fields, tags) => {
    expect(textsOf(one(fields).place, ".tag")).toEqual(tags);
  });

  test("has its name shown as text, whatever it contains", () => {
    const { place } = live([outlet("<img src=x onerror=alert(1)>")]);
    expect(place.querySelector("img")).toBeNull();
  });

  test("whose items were partly left out shows how many and why", () => {
    expect(textsOf(one({ otherSite: 3 }).place, ".outlet-note")).toEqual([
      "3 items left out: not on gazette.example",
    ]);
  });
});

describe("a feed that answers without usable items", () => {
  const useless = { articles: 0, unusable: 7 };

  test("has the items without a title or an address counted", () => {
    expect(textsOf(one({ unusable: 7 }).place, ".outlet-note")).toEqual([
      "7 items left out: without a title or an address",
    ]);
  });

  test.each<Partial<OutletStatus>>([useless, { articles: 0, otherSite: 4 }])(
    "needs attention: %j",
    (fields) => {
      const { place } = one(fields);
      expect(textsOf(place, ".trouble p")).toEqual([
        "The feed answers, but none of its items could be used so far. Check its address and its site.",
      ]);
      expect(textsOf(place, "h3")).toEqual(["1 outlet needs your attention"]);
      expect(place.querySelector(".outlet-row")?.getAttribute("data-health")).toBe("failing");
    },
  );

  test.each<[string, Partial<OutletStatus>]>([
    ["it has nothing at all", { articles: 0 }],
    ["it brought something before", { unusable: 7 }],
    ["it is paused", { ...useless, isPaused: true }],
  ])("needs none where %s", (_, fields) => {
    expect(textsOf(one(fields).place, "h3")).toEqual([]);
  });
});

describe("what is wrong with an outlet", () => {
  const trouble = (fields: Partial<OutletStatus>) => textsOf(one(fields).place, ".trouble p");

  test.each<[FeedFailure, RegExp]>([
    ["no-permission", /^You have not allowed its site/],
    ["unreachable", /^Its server could not be reached/],
    ["timeout", /^The answer did not come in time/],
    ["too-large", /^The feed is too large/],
    ["gone", /^The outlet no longer offers this feed/],
    ["not-found", /^There is no feed at this address/],
    ["refused", /^The server does not give the feed to everyone/],
    ["too-often", /^The server asks for fewer requests/],
    ["server-error", /^The outlet’s server has a fault/],
    ["odd-answer", /^The server answered in an unexpected way/],
    ["web-page", /^A web page came instead of a feed/],
    ["not-a-feed", /^The answer is not a feed/],
    ["other-site", /^Nearly all its items are on other sites than gazette.example/],
    ["forbidden-address", /^It leads to an address that is not https/],
    ["internal", /^Something went wrong in the extension/],
  ])("is described: %s", (failure, text) => {
    expect(trouble({ health: "failing", failure })[0]).toMatch(text);
  });

  test("comes with the server's own number", () => {
    expect(trouble({ health: "failing", failure: "server-error", status: 503 })).toEqual([
      "The outlet’s server has a fault. The extension will try again. (HTTP 503)",
    ]);
  });

  test("for a week shows since when", () => {
    const failingSince = Date.UTC(2026, 3, 3, 12);
    expect(trouble({ health: "dead", failure: "timeout", failingSince })).toEqual([
      "The answer did not come in time. The extension will try again. It has failed since Apr 3, 2026 and is checked only once a day.",
    ]);
  });

  test("is nothing for an outlet that is well, whatever failed before", () => {
    expect(trouble({ failure: "timeout" })).toEqual([]);
  });

  test("can be fixed within the click when it is a missing permission", () => {
    const gazette = outlet("Gazette", { health: "not-allowed" });
    const { place, allow } = live([gazette]);
    click(button(place, "Allow"));
    expect(allow.mock.calls).toEqual([[[gazette.id]]]);
  });
});

describe("on request", () => {
  test("more details are shown", () => {
    const { place } = one();
    const details = unfold(place);
    expect(textsOf(details, "dt, dd")).toEqual([
      ...["Site", "gazette.example"],
      ...["Feed", "https://gazette.example/rss.xml"],
      ...["Articles", "1,310 in all, 24 today"],
      ...["Last worked", "3 minutes ago"],
      ...["Next check", "in 27 minutes"],
    ]);
  });

  test.each<[string, Partial<OutletStatus>, string]>([
    ["paused", { isPaused: true, nextPollAt: null }, "Paused"],
    ["due", { nextPollAt: NOW - 5000 }, "Soon"],
    ["not allowed", { health: "not-allowed" }, "Not allowed"],
  ])("the next poll of one that is %s is described as such", (_, fields, text) => {
    expect(textsOf(unfold(one(fields).place), "dd").at(-1)).toBe(text);
  });

  test("the interval is chosen, of six", () => {
    const { place, change } = one();
    const select = unfold(place).querySelector("select");
    expect(textsOf(place, "details option")).toEqual([
      ...["15 min", "30 min", "1 hr", "3 hr", "6 hr", "1 day"],
    ]);
    if (select === null) throw new Error("no choice");
    expect(select.value).toBe("30");
    select.value = "180";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    expect(change.mock.calls).toEqual([[outlet("Gazette").id, { every: 180 }]]);
  });

  test("it is paused, polled, edited and removed", () => {
    const { place, change, poll, openEdit, remove } = one();
    const details = unfold(place);
    details.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    click(button(details, "Check now"));
    click(button(details, "Change name or site…"));
    click(button(details, "Remove"));
    const { id } = outlet("Gazette");
    expect(change.mock.calls).toEqual([[id, { isPaused: true }]]);
    expect(poll.mock.calls).toEqual([[id]]);
    expect(openEdit.mock.calls).toEqual([[id]]);
    expect(remove.mock.calls).toEqual([[id]]);
  });
});

describe("the list", () => {
  test("is sorted by name, by the rules of the language", () => {
    const { place } = live(["Zeit", "Écho", "Ärzteblatt", "Dawn"].map((name) => outlet(name)));
    expect(names(place)).toEqual(["Ärzteblatt", "Dawn", "Écho", "Zeit"]);
  });

  test("shows an undo in the place of one that was removed", () => {
    const { place } = live([outlet("A"), outlet("B", { removedAt: NOW }), outlet("C")]);
    expect(textsOf(place, ".outlets > li").map((text) => text.slice(0, 26))).toEqual([
      "Aa.example · France · Chec",
      "“B” has been removed.Undo",
      "Cc.example · France · Chec",
    ]);
  });

  test("of twelve has no search field", () => {
    expect(live(manyOutlets(7, NOW)).place.querySelector("input[type=text]")).toBeNull();
  });

  test("of more can be searched by name, site and country, whatever the case and accents", () => {
    const outlets = [...manyOutlets(12, NOW), outlet("Écho", { country: "CI" })];
    const { place } = live(outlets);
    const field = place.querySelector<HTMLInputElement>("input[type=text]");
    if (field === null) throw new Error("no field");
    for (const query of ["echo", "ÉCHO", "cho.example", "cote d ecHO"]) {
      type(field, query);
      expect(names(place), query).toEqual(["Écho"]);
    }
    type(field, "nothing of the kind");
    expect(textsOf(place, "[role=status]")).toEqual(["Nothing matches."]);
  });

  test("has those that need attention first, and says how many they are", () => {
    const { place } = live([
      outlet("Good"),
      outlet("Failing", { health: "failing" }),
      outlet("Paused", { health: "failing", isPaused: true }),
      outlet("Kept out", { health: "not-allowed" }),
    ]);
    expect(textsOf(place, "h3")).toEqual(["2 outlets need your attention"]);
    expect(names(place)).toEqual(["Failing", "Kept out", "Good", "Paused"]);
  });

  test("keeps one that was removed where it was, and counts it no more", () => {
    const failing = { health: "failing", removedAt: NOW } as const;
    const { place } = live([outlet("Good"), outlet("Failing", failing)]);
    expect(textsOf(place, ".outlets > li").map((text) => text.slice(0, 10))).toEqual([
      "“Failing” ",
      "Goodgood.e",
    ]);
    expect(textsOf(place, "h3")).toEqual([]);
  });

  test("of many shows those in good order as a number, and themselves when it is unfolded", () => {
    const { place } = live(manyOutlets(60, NOW));
    expect(textsOf(place, "h3")).toEqual(["3 outlets need your attention"]);
    expect(names(place)).toEqual(["Outlet 008", "Outlet 028", "Outlet 048"]);
    const folded = place.querySelector<HTMLDetailsElement>(".outlets-folded");
    expect(textOf(folded?.querySelector("summary"))).toBe("57 outlets in good order");
    if (folded === null) throw new Error("nothing is folded");
    void act(() => {
      folded.open = true;
      folded.dispatchEvent(new Event("toggle"));
    });
    expect(names(place)).toHaveLength(60);
  });

  test("folds many that are not allowed into one line, and allows them with one click", () => {
    const missing = ["A", "B", "C", "D"].map((name) => outlet(name, { health: "not-allowed" }));
    const failing = outlet("Failing", { health: "failing" });
    const { place, allow } = live([...missing, failing, outlet("Good")]);
    expect(names(place)).toEqual(["Failing", "Good"]);
    expect(textOf(place.querySelector(".not-allowed .trouble p"))).toBe(
      "4 outlets are not checked: their sites need your permission. The browser asks once, for exactly these sites.",
    );
    click(button(place, "Allow all"));
    expect(allow.mock.calls).toEqual([[missing.map(({ id }) => id)]]);
    const folded = place.querySelector<HTMLDetailsElement>(".not-allowed details");
    if (folded === null) throw new Error("nothing is folded");
    void act(() => {
      folded.open = true;
      folded.dispatchEvent(new Event("toggle"));
    });
    expect(names(place)).toEqual(["A", "B", "C", "D", "Failing", "Good"]);
  });

  test("shows three that are not allowed one by one", () => {
    const { place } = live(["A", "B", "C"].map((name) => outlet(name, { health: "not-allowed" })));
    expect(names(place)).toEqual(["A", "B", "C"]);
    expect(place.querySelector(".not-allowed")).toBeNull();
  });

  test("of many unfolds what the user searches for", () => {
    const { place } = live(manyOutlets(60, NOW));
    const field = place.querySelector<HTMLInputElement>("input[type=text]");
    if (field === null) throw new Error("no field");
    type(field, "outlet-01");
    expect(names(place)).toHaveLength(10);
  });
});
