import { describe, expect, test } from "vitest";
import { storyChoice } from "../../../core/today/story-choice.ts";

const CHOICE = { span: "day", section: "shared", without: null, order: "originals" };

describe("a choice of stories", () => {
  test.each([
    [{}],
    [{ section: "single" }],
    [{ section: "changed" }],
    [{ section: "following", order: "latest" }],
    [{ without: { kind: "outlet", value: "Courier" } }],
    [{ without: { kind: "country", value: "PT" }, withHidden: true }],
    [{ without: { kind: "language", value: "pt" } }],
  ])("can have %j", (part) => {
    expect(storyChoice.parse({ ...CHOICE, ...part })).toEqual({ ...CHOICE, ...part });
  });

  test.each([
    [{ section: "" }],
    [{ order: "" }],
    [{ span: "" }],
    [{ without: { kind: "owner", value: "Courier" } }],
    [{ without: { kind: "outlet", value: "" } }],
    [{ without: { kind: "outlet", value: "a".repeat(201) } }],
    [{ more: 1 }],
  ])("cannot have %j", (part) => {
    expect(storyChoice.safeParse({ ...CHOICE, ...part }).success).toBe(false);
  });
});
