// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import type { FeedFailure } from "../../../../core/feeds/read/feed-answer.ts";
import type { OutletStatus } from "../../../../core/protocol/live-status.ts";
import { button, click, NOW, textOf, textsOf } from "../../kit/english.tsx";
import { live, outlet } from "./live-states.tsx";

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
