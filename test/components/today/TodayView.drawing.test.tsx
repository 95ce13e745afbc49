// @vitest-environment happy-dom

import { expect, test, vi } from "vitest";
import type { TodayStory } from "../../../core/today/today-story.ts";
import { settle } from "../kit/run-hook.tsx";
import { ANSWER, point, story } from "./fixtures.ts";
import { openToday } from "./today-page.tsx";

test("many stories are drawn a few at a time, and unchanged ones are not drawn again", async () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    story([point("Gazette", 50, { title: `Story ${i}`, url: `https://gazette.example/${i}` })]),
  );
  const page = await openToday({ ...ANSWER, stories: many, total: 30 });
  expect(page.titles().slice(0, 2)).toEqual(["Story 0", "Story 1"]);
  expect(page.titles().length).toBeLessThan(30);
  await vi.waitFor(async () => {
    await settle();
    expect(page.titles()).toHaveLength(30);
  });
  const [first, second] = page.place.querySelectorAll(".story a");
  if (first === undefined || second === undefined) throw new Error("no stories");
  first.textContent = "drawn before";
  second.textContent = "drawn before";
  const [one, two, ...others] = structuredClone(many) as [TodayStory, TodayStory, ...TodayStory[]];
  page.background.answers["today.stories"] = {
    ...ANSWER,
    stories: [one, { ...two, follow: "id" }, ...others],
  };
  await settle(() => page.sendState({ revision: 2, progress: null }));
  expect(page.titles()[0]).toBe("drawn before");
  expect(page.place.querySelectorAll(".follow[aria-pressed=true]")).toHaveLength(1);
});

test("many changed stories are drawn again a few at a time, and stay as they were until then", async () => {
  const many = (word: string) =>
    Array.from({ length: 30 }, (_, i) =>
      story([point("Gazette", 50, { title: word, url: `https://gazette.example/${i}` })]),
    );
  const page = await openToday({ ...ANSWER, stories: many("before"), total: 30 });
  await vi.waitFor(async () => {
    await settle();
    expect(page.titles()).toHaveLength(30);
  });
  page.background.answers["today.stories"] = { ...ANSWER, stories: many("after"), total: 30 };
  const seen: string[] = [];
  const observer = new MutationObserver(() => void seen.push(page.titles().join(" ")));
  observer.observe(page.place, { subtree: true, childList: true, characterData: true });
  page.sendState({ revision: 2, progress: null });
  await vi.waitFor(async () => {
    await settle();
    expect(page.titles()).toEqual(Array(30).fill("after"));
  });
  observer.disconnect();
  const changed = (count: number) =>
    [...Array(count).fill("after"), ...Array(30 - count).fill("before")].join(" ");
  expect(seen.slice(0, 2)).toEqual([changed(4), changed(8)]);
  expect(new Set(seen).size).toBe(8);
});
