import { expect, test } from "vitest";
import { KeySet } from "../../../core/data-set/key-set.ts";

test("a text is new once", () => {
  const keys = new KeySet();
  expect([keys.add("a.example/1"), keys.add("a.example/2"), keys.add("a.example/1")]).toEqual([
    true,
    true,
    false,
  ]);
  expect(keys.size).toBe(2);
});

test("the empty text is a text", () => {
  const keys = new KeySet();
  expect([keys.add(""), keys.add("")]).toEqual([true, false]);
});

test("200,000 texts are distinguished and found again", () => {
  const keys = new KeySet();
  const key = (i: number) => `news.example/2024/03/${i}/a-story`;
  for (let i = 0; i < 200_000; i++) if (!keys.add(key(i))) throw new Error(`${key(i)} is not new`);
  for (let i = 0; i < 200_000; i++) if (keys.add(key(i))) throw new Error(`${key(i)} is new`);
  expect(keys.size).toBe(200_000);
});
