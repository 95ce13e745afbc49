import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { findCoverage } from "../../core/coverage/find-coverage.ts";
import type { SegmentReader } from "../../core/segment/segment-reader.ts";
import { editionsIn, generationsInDatabase, inDatabase, Profile } from "./kept-index.ts";

let profile: Profile;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  profile = new Profile();
});

const lookUp = (number: number) => (segment: SegmentReader) =>
  findCoverage(segment, `https://outlet.example/${number}`, []);

/** Flips one bit of every block of a kind. */
async function damage(kind: string): Promise<void> {
  await inDatabase(async (database) => {
    for (const key of await database.getAllKeys("blocks")) {
      if (!Array.isArray(key) || !String(key[1]).startsWith(kind)) continue;
      const bytes: Uint8Array = await database.get("blocks", key);
      bytes[10] = (bytes[10] ?? 0) ^ 1;
      await database.put("blocks", bytes, key);
    }
  });
}

describe("a database that was wiped", () => {
  beforeEach(async () => {
    await profile.build();
    globalThis.indexedDB = new IDBFactory();
  });

  test("is noticed, built anew, and told", async () => {
    const { segment } = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test("is told once, not by each worker after", async () => {
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
    const { segment } = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test("that lost all its blocks is noticed on opening", async () => {
    await inDatabase((database) => database.clear("blocks"));
    const { segment } = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test.each(["urls/", "docs/", "domains/"])("answers nevertheless: %s", async (kind) => {
    await damage(kind);
    const coverage = await profile.start().lookUp(lookUp(3));
    expect(coverage).toMatchObject({ kind: "article", page: { title: "first" } });
    expect(profile.notices).toEqual(["rebuilt"]);
    expect(await generationsInDatabase()).toEqual(["generation 2"]);
  });

  test("is built anew once, and told once, for look-ups that come together", async () => {
    await damage("docs/");
    const keeper = profile.start();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => keeper.lookUp(lookUp(number))),
    );
    expect(answers.map(({ kind }) => kind)).toEqual(Array(5).fill("article"));
    expect(profile.builds).toBe(1);
    expect(profile.notices).toEqual(["rebuilt"]);
  });

  test("is not looked up in for ever when the new one fails alike", async () => {
    let tries = 0;
    const keeper = profile.start();
    const answer = keeper.lookUp((segment) => {
      tries++;
      return segment.documents([[999, 0]]);
    });
    await expect(answer).rejects.toThrow("lacks its block docs/999");
    expect(tries).toBe(2);
  });

  test("that cannot be built anew is not said to have been", async () => {
    await damage("docs/");
    profile.dataSet = null;
    await expect(profile.start().lookUp(lookUp(3))).rejects.toThrow();
    expect(profile.notices).toEqual([]);
  });

  test("is not taken for one when the look-up itself is at fault", async () => {
    const answer = profile.start().lookUp(() => Promise.reject(new RangeError("a bug")));
    await expect(answer).rejects.toThrow("a bug");
    expect(profile.builds).toBe(0);
  });
});

describe("a browser that refuses a database", () => {
  const refused = {
    openStore: () => Promise.reject(new DOMException("no history", "InvalidStateError")),
  };

  test("is answered out of memory, and told so", async () => {
    const { segment } = await profile.start(refused).open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(profile.notices).toEqual(["in-memory"]);
  });

  test("is not told of a loss at each start", async () => {
    await profile.start(refused).open();
    await profile.start(refused).open();
    expect(profile.notices).toEqual(["in-memory", "in-memory"]);
    expect(profile.builds).toBe(2);
  });

  test("is told once by a worker, which builds once", async () => {
    const keeper = profile.start(refused);
    await Promise.all([keeper.open(), keeper.lookUp(lookUp(1))]);
    await keeper.lookUp(lookUp(2));
    expect(profile.notices).toEqual(["in-memory"]);
    expect(profile.builds).toBe(1);
  });
});
