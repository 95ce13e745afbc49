// @vitest-environment happy-dom

import { beforeEach, describe, expect, test } from "vitest";
import { DAY } from "../../../core/durations.ts";
import { NOW, press, textOf, type } from "../kit/english.tsx";
import { settle } from "../kit/run-hook.tsx";
import { FOUND, openToday, type TodayPage } from "./today-page.tsx";

let page: TodayPage;
beforeEach(async () => {
  page = await openToday();
});

describe("a search", () => {
  const field = () =>
    page.place.querySelector<HTMLInputElement>("input[type=search]") as HTMLInputElement;
  const search = (text: string) => settle(() => type(field(), text));

  test("shows what is found in the place of the stories", async () => {
    await search("ferry");
    expect(page.background.of("search")[0]?.question).toEqual({
      text: "ferry",
      ...{ domains: null, language: null, from: null, to: null, quality: "any" },
    });
    expect(page.titles()).toEqual(["Ferry returns to Sandvik"]);
    expect(textOf(page.place.querySelector(".found-list .story-facts"))).toBe(
      "CourierApr 15, 2026My listQuality 90upper third",
    );
    expect(textOf(page.place.querySelector(".found [role=status]"))).toBe(
      "1 article found. There may be more: add a word or a filter.",
    );
  });

  test("is narrowed by outlet, language, time and quality", async () => {
    await search("ferry");
    const selects = () =>
      Array.from(page.place.querySelectorAll<HTMLSelectElement>(".filters select"));
    for (const [i, value] of ["Gazette", "nb", "7", "upper"].entries())
      await settle(() => {
        const select = selects()[i] as HTMLSelectElement;
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
    expect(page.background.of("search").at(-1)?.question).toEqual({
      text: "ferry",
      domains: ["gazette.example"],
      language: "nb",
      from: NOW - 7 * DAY,
      to: null,
      quality: "upper",
    });
  });

  test("ends with Escape, or without a word", async () => {
    await search("ferry");
    await settle(() => press(field(), "Escape"));
    expect(page.titles()).toEqual(["Bridge closed, says Courier"]);
    await search("ferry");
    await search(" ");
    expect(page.titles()).toEqual(["Bridge closed, says Courier"]);
  });

  test("says that nothing is found, or that there is no answer", async () => {
    page.background.answers.search = { ...FOUND, articles: [] };
    await search("ferry");
    expect(textOf(page.place.querySelector(".message h2"))).toBe("Nothing found");
    page.background.isUnavailable = true;
    await search("ferries");
    expect(textOf(page.place.querySelector(".message h2"))).toBe("No answer");
  });
});
