import { describe, expect, test } from "vitest";
import type { RelatedArticle } from "../../../core/coverage/coverage.ts";
import { preferOutlets, preferredFirst } from "../../../core/coverage/prefer-outlets.ts";
import type { Preference } from "../../../core/outlets/preference-finder.ts";
import { found } from "../../components/answers.ts";

const preferring = (preferences: Readonly<Record<string, Preference>>) => (domain: string) =>
  preferences[domain] ?? null;
const names = (entries: readonly RelatedArticle[]) =>
  entries.map(({ outlet, copies }) => [outlet.name, ...copies.map((copy) => copy.outlet.name)]);

const COAST = found("Coast", 0.9, { copies: [found("Wire", 0.9), found("Post", 0.9)] });
const HERALD = found("Herald", 0.8);

describe("a list", () => {
  test("is as it was where the user prefers nothing", () => {
    expect(preferOutlets([COAST, HERALD], () => null)).toEqual({
      shown: [COAST, HERALD],
      hidden: 0,
    });
  });

  test("leaves out the articles of hidden outlets, and counts them", () => {
    const { shown, hidden } = preferOutlets(
      [COAST, HERALD],
      preferring({ "wire.example": "hidden", "herald.example": "hidden" }),
    );
    expect(names(shown)).toEqual([["Coast", "Post"]]);
    expect(hidden).toBe(2);
  });

  test("keeps the reprints of an article that is left out", () => {
    const { shown, hidden } = preferOutlets([COAST], preferring({ "coast.example": "hidden" }));
    expect(names(shown)).toEqual([["Wire", "Post"]]);
    expect(hidden).toBe(1);
  });

  test("shows the text of several outlets at the preferred one", () => {
    const { shown } = preferOutlets([COAST], preferring({ "post.example": "preferred" }));
    expect(names(shown)).toEqual([["Post", "Coast", "Wire"]]);
  });

  test("still says of a text that it is the page's own", () => {
    const same: RelatedArticle = { ...COAST, hasPageText: true };
    const { shown } = preferOutlets([same], preferring({ "post.example": "preferred" }));
    expect(shown[0]?.hasPageText).toBe(true);
  });

  test("shows an article that a record names at its own outlet, whoever reprints it", () => {
    const named: RelatedArticle = { ...COAST, reason: { kind: "names-page" } };
    const { shown } = preferOutlets([named], preferring({ "post.example": "preferred" }));
    expect(names(shown)).toEqual([["Coast", "Wire", "Post"]]);
  });

  test("begins with preferred outlets", () => {
    const preferenceOf = preferring({ "herald.example": "preferred" });
    expect(names(preferredFirst([COAST, HERALD], preferenceOf))).toEqual([
      ["Herald"],
      ["Coast", "Wire", "Post"],
    ]);
  });
});
