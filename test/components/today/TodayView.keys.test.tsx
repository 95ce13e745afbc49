// @vitest-environment happy-dom

import { beforeEach, describe, expect, test } from "vitest";
import { press, textOf } from "../kit/english.tsx";
import { settle } from "../kit/run-hook.tsx";
import { ANSWER, BRIDGE, KNOTS, point, story } from "./fixtures.ts";
import { openToday, type TodayPage } from "./today-page.tsx";

const OTHER = story([
  point("Gazette", 50, { title: "Mayor resigns", url: "https://gazette.example/mayor" }),
]);

let page: TodayPage;
beforeEach(async () => {
  page = await openToday({ ...ANSWER, stories: [BRIDGE, KNOTS, OTHER], total: 3 });
});

describe("keys", () => {
  const focused = () => textOf(document.activeElement);

  test("J and K go from story to story", () => {
    press(document.body, "j");
    expect(focused()).toBe("Bridge closed, says Courier");
    press(document.body, "j");
    expect(focused()).toBe("A museum of knots");
    press(document.body, "k");
    press(document.body, "k");
    expect(focused()).toBe("Bridge closed, says Courier");
  });

  test("F follows the story that has the focus", async () => {
    press(document.body, "f");
    expect(page.background.of("today.follow")).toHaveLength(0);
    press(document.body, "j");
    await settle(() => press(document.activeElement as Element, "f"));
    expect(page.background.of("today.follow")).toHaveLength(1);
  });

  test("/ goes to the search, where letters are letters", () => {
    press(document.body, "/");
    expect(document.activeElement?.tagName).toBe("INPUT");
    press(document.activeElement as Element, "j");
    expect(document.activeElement?.tagName).toBe("INPUT");
  });

  test("with Control or Alt are the browser's", () => {
    press(document.body, "j", { ctrlKey: true });
    expect(document.activeElement).toBe(document.body);
  });
});
