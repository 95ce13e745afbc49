// @vitest-environment happy-dom

import { beforeEach, describe, expect, test } from "vitest";
import { liveOutlet } from "../../fixtures/live-outlets.ts";
import { button, click, NOW, textOf, textsOf } from "../kit/english.tsx";
import { settle } from "../kit/run-hook.tsx";
import { ANSWER, BRIDGE, LIVE } from "./fixtures.ts";
import { openToday, type TodayPage } from "./today-page.tsx";

let page: TodayPage;
async function open(...answers: Parameters<typeof openToday>) {
  page = await openToday(...answers);
}

const outlets = (...names: string[]) => ({
  ...LIVE,
  outlets: names.map((name) => liveOutlet(name, NOW)),
});
const asked = () => page.background.of("today.stories").map(({ choice }) => choice);

beforeEach(() => open());

describe("the page shows", () => {
  test("the stories, and how many there are of each kind", () => {
    expect(page.titles()).toEqual(["Bridge closed, says Courier"]);
    expect(textsOf(page.place, ".section")).toEqual([
      "In several outlets1",
      "In one only1",
      "Following0",
    ]);
  });

  test("the stories with a changed headline where there are some, and on which it is", async () => {
    await open({ ...ANSWER, changed: 1, stories: [{ ...BRIDGE, changed: 2 }] });
    expect(textsOf(page.place, ".section")).toContain("Headline changed1");
    expect(textsOf(page.place, ".story-facts .tag")).toContain("2 headlines changed");
    await settle(() => click(button(page.place, "Headline changed1")));
    expect(page.background.of("today.stories").at(-1)?.choice.section).toBe("changed");
  });

  test("that it waits, and that there is no answer", async () => {
    await open(null, null);
    expect(textOf(page.place.querySelector(".message h2"))).toBe("No answer");
    page.background.answers["today.stories"] = ANSWER;
    await settle(() => click(button(page.place, "Try again")));
    expect(page.titles()).toEqual(["Bridge closed, says Courier"]);
  });

  test("how to begin where there are no outlets", async () => {
    await open({ ...ANSWER, outlets: [], stories: [], shared: 0, single: 0, total: 0 });
    expect(textOf(page.place.querySelector(".message h2"))).toBe("No outlets yet");
    const link = page.place.querySelector<HTMLAnchorElement>(".message a");
    expect([link?.textContent, link?.getAttribute("href")]).toEqual([
      "Choose outlets",
      "/welcome.html",
    ]);
  });

  test("that outlets were not checked yet", async () => {
    const live = { ...outlets("Courier"), lastSuccessAt: null };
    await open({ ...ANSWER, stories: [], total: 0 }, live);
    expect(textOf(page.place.querySelector(".message h2"))).toBe("Not checked yet");
    expect(textOf(page.place.querySelector(".today-head [role=status]"))).toBe(
      "1 outlet · not checked yet",
    );
    await settle(() => click(button(page.place, "Check now")));
    expect(page.background.of("outlets.poll")).toEqual([{ type: "outlets.poll", ids: null }]);
  });

  test("that no story is as the filters ask", async () => {
    await open({ ...ANSWER, stories: [], total: 0 });
    expect(textOf(page.place.querySelector(".message h2"))).toBe("No such story");
  });

  test("when outlets were checked, what is going on, and which cannot be reached", async () => {
    const status = () => textOf(page.place.querySelector(".today-head [role=status]"));
    await open(ANSWER, outlets("Courier", "Gazette"));
    expect(status()).toBe("2 outlets · checked 3 minutes ago");
    await settle(() => page.sendState({ revision: 1, progress: 0.5 }));
    expect(status()).toBe("2 outlets · finding stories: 50%");
    const live = outlets("Courier", "Gazette");
    const failing = live.outlets.map((one) => ({ ...one, health: "failing" as const }));
    await settle(() => page.sendLive({ ...live, outlets: failing, round: { done: 1, total: 2 } }));
    expect(status()).toBe("2 outlets · checking: 1 of 2");
    expect(textOf(page.place.querySelector(".today-failing"))).toBe(
      "2 outlets cannot be reached. Details",
    );
  });

  test("how often each outlet was first", () => {
    expect(textsOf(page.place, ".records td, .records tbody th")).toEqual([
      ...["Courier", "2 of 3 stories", "30 min"],
      ...["Gazette", "0 of 3 stories", "–"],
    ]);
  });
});

describe("the stories are asked for again", () => {
  test("when they have changed", async () => {
    expect(asked()).toHaveLength(1);
    await settle(() => page.sendState({ revision: 2, progress: null }));
    expect(asked()).toHaveLength(2);
    await settle(() => page.sendState({ revision: 2, progress: null }));
    expect(asked()).toHaveLength(2);
  });

  test("with another choice", async () => {
    const choose = (label: string, value: string) => {
      const field = Array.from(page.place.querySelectorAll("label")).find((one) =>
        textOf(one).startsWith(label),
      );
      const select = field?.querySelector("select");
      if (!select) throw new Error(`no field ${label}`);
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    await settle(() => click(button(page.place, "In one only1")));
    await settle(() => choose("Time", "week"));
    await settle(() => choose("Missing from", "country GB"));
    await settle(() => choose("Sort by", "latest"));
    expect(asked().at(-1)).toEqual({
      section: "single",
      span: "week",
      without: { kind: "country", value: "GB" },
      order: "latest",
    });
    await settle(() => choose("Missing from", ""));
    expect(asked().at(-1)?.without).toBeNull();
  });

  test("with more of them", async () => {
    await open({ ...ANSWER, total: 300 });
    await settle(() => click(button(page.place, "Show more")));
    expect(page.background.of("today.stories").map(({ most }) => most)).toEqual([100, 200]);
  });

  test("with what was new when the page was opened, for as long as it is open", async () => {
    await open({ ...ANSWER, lookedAt: NOW - 5000 });
    page.background.answers["today.stories"] = { ...ANSWER, lookedAt: NOW };
    await settle(() => page.sendState({ revision: 2, progress: null }));
    expect(page.background.of("today.stories").map(({ since }) => since)).toEqual([
      null,
      NOW - 5000,
    ]);
    expect(page.background.of("today.looked")).toHaveLength(1);
  });
});

describe("a story is followed", () => {
  test("with its articles; unfollowing can be undone", async () => {
    await settle(() => click(page.place.querySelector<HTMLElement>(".follow") as HTMLElement));
    expect(page.background.of("today.follow")[0]?.articles.map(({ outlet }) => outlet)).toEqual([
      "Courier",
      "Gazette",
      "Post",
    ]);
    await open({ ...ANSWER, stories: [{ ...BRIDGE, follow: "id" }] });
    await settle(() => click(page.place.querySelector<HTMLElement>(".follow") as HTMLElement));
    expect(page.background.of("today.unfollow")).toEqual([{ type: "today.unfollow", id: "id" }]);
    expect(textOf(page.place.querySelector(".toast p"))).toBe("You no longer follow this story.");
    await settle(() => click(button(page.place, "Undo")));
    expect(page.background.of("today.follow")).toHaveLength(1);
  });

  test("unless too many are", async () => {
    page.background.answers["today.follow"] = false;
    await settle(() => click(page.place.querySelector<HTMLElement>(".follow") as HTMLElement));
    expect(textOf(page.place.querySelector(".toast p"))).toContain("200 stories");
  });
});

test("a failure is shown", async () => {
  await open(ANSWER, outlets("Courier"));
  page.background.isUnavailable = true;
  await settle(() => click(button(page.place, "Check now")));
  expect(textOf(page.place.querySelector(".toast p"))).toContain("did not answer");
});
