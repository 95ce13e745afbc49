import { expect, test } from "vitest";
import { FoldedStories } from "../../../core/today/folded-stories.ts";
import { BRIDGE, KNOTS, MAYOR } from "./articles.ts";

const pause = async () => undefined;

test("reprints are kept as long as a story stays as it is", async () => {
  const folded = new FoldedStories();
  const [bridge, mayor] = await folded.of([[...BRIDGE], [...MAYOR]], pause);
  expect(bridge?.reprints).toEqual(new Set([BRIDGE[4]]));
  const again = await folded.of([[...MAYOR], BRIDGE.slice(0, 4), [KNOTS]], pause);
  expect(again[0]).toBe(mayor);
  expect(again[1]?.reprints).toEqual(new Set());
  expect(again[2]?.articles).toEqual([KNOTS]);
});

test("a newer version of an article is compared again", async () => {
  const folded = new FoldedStories();
  const [before] = await folded.of([[...MAYOR]], pause);
  const newer = [MAYOR[0], { ...MAYOR[1], title: "Mayor Quist is gone" }];
  const [after] = await folded.of([newer], pause);
  expect(after).not.toBe(before);
  expect(after?.articles).toEqual(newer);
});

test("there is a pause after each story", async () => {
  let pauses = 0;
  await new FoldedStories().of([[KNOTS], [...MAYOR]], async () => {
    pauses++;
  });
  expect(pauses).toBe(2);
});
