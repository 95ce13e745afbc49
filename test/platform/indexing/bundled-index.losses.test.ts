import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import type { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";
import { editionsIn, Profile } from "../bundled-profile.ts";
import { damage, generationsInDatabase, inDatabase } from "../workers.ts";

let profile: Profile;
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  profile = new Profile();
});

const lookUp = (number: number) => (segments: Promise<SegmentReader[]>) =>
  findCoverage(segments, `https://outlet.example/${number}`, []);

describe("a database that was wiped", () => {
  beforeEach(async () => {
    await profile.build();
    globalThis.indexedDB = new IDBFactory();
  });

  test("is noticed, rebuilt, and reported", async () => {
    const segment = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test("is reported once, not by each later worker", async () => {
    await profile.start().open();
    await profile.start().open();
    expect(profile.notices).toEqual(["rebuilt"]);
    expect(profile.builds).toBe(1);
  });
});

describe("a damaged index", () => {
  beforeEach(() => profile.build());

  test("whose `meta` is damaged is noticed on opening", async () => {
    await damage("meta");
    const segment = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test("that lost all its blocks is noticed when it is opened", async () => {
    await inDatabase((database) => database.clear("blocks"));
    const segment = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test.each(["urls/", "docs/", "domains/"])("still answers: %s", async (kind) => {
    await damage(kind);
    const coverage = await profile.library().lookUp(lookUp(3));
    expect(coverage).toMatchObject({ kind: "article", page: { title: "first" } });
    expect(profile.notices).toEqual(["rebuilt"]);
    expect(await generationsInDatabase()).toEqual(["generation 2"]);
  });

  test("is rebuilt once and reported once for concurrent look-ups", async () => {
    await damage("docs/");
    const library = profile.library();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => library.lookUp(lookUp(number))),
    );
    expect(answers.map(({ kind }) => kind)).toEqual(Array(5).fill("article"));
    expect(profile.builds).toBe(1);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test("is not retried forever when the new one fails too", async () => {
    let tries = 0;
    const answer = profile.library().lookUp(async (segments) => {
      tries++;
      const [segment] = await segments;
      throw new UnreadableSegmentError(segment?.meta.dataSet.id ?? "", "damaged again");
    });
    await expect(answer).rejects.toThrow("damaged again");
    expect(tries).toBe(3);
  });

  test("that cannot be rebuilt is not reported as rebuilt", async () => {
    await damage("docs/");
    profile.dataSet = null;
    await expect(profile.library().lookUp(lookUp(3))).rejects.toThrow();
    expect(profile.notices).toEqual([]);
  });

  test("is not assumed when the look-up itself fails", async () => {
    const answer = profile.library().lookUp(() => Promise.reject(new RangeError("a bug")));
    await expect(answer).rejects.toThrow("a bug");
    expect(profile.builds).toBe(0);
  });
});
