// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { answer, found, foundStory } from "../answers.ts";
import { focused, sidebar } from "./drawn-sidebar.tsx";

describe("the commands for the next and the previous article", () => {
  test("move the focus through the list, and stay at its ends", async () => {
    const { step } = sidebar();
    const seen: string[] = [];
    for (const one of [1, 1, 1, -1, -1] as const) {
      await step(one);
      seen.push(focused());
    }
    expect(seen).toEqual(["A", "B", "B", "A", "A"]);
  });

  test("begin with the first article, whichever is asked for", async () => {
    const { step } = sidebar();
    await step(-1);
    expect(focused()).toBe("A");
  });

  test("pass over what is folded away", async () => {
    const onTopic = [found("C", 0.4, { verdict: "same-topic" })];
    const { step } = sidebar({
      result: answer(foundStory([found("A", 0.9)], { sameTopic: onTopic })),
    });
    await step(1);
    await step(1);
    expect(focused()).toBe("A");
  });

  test("unfold the tab, for good, and go to the first article", async () => {
    const { place, step, onForm } = sidebar({ shape: "tab" });
    await step(1);
    expect(place.querySelector(".panel")).not.toBeNull();
    expect(onForm.mock.calls).toEqual([["open"]]);
    expect(focused()).toBe("A");
  });
});
