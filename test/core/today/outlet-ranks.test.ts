import { expect, test } from "vitest";
import { outletRanks } from "../../../core/today/outlet-ranks.ts";

test("headlines of preferred outlets come first, of those in the user's language next, of hidden ones last", () => {
  const outlets = [
    { name: "Coast", domains: ["coast.example"] },
    { name: "Wire", domains: ["news.example", "wire.example"] },
    { name: "Herald", domains: ["herald.example"] },
    { name: "Post", domains: ["post.example"] },
  ];
  const rankOf = outletRanks(
    outlets,
    [
      { domain: "wire.example", preference: "preferred" },
      { domain: "coast.example", preference: "hidden" },
    ],
    new Set(["Coast", "Herald"]),
  );
  expect(outlets.map(({ name }) => [name, rankOf(name)])).toEqual([
    ["Coast", 3],
    ["Wire", 0],
    ["Herald", 1],
    ["Post", 2],
  ]);
});
