import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { type BlockStore, openIndexedDbStore } from "../../platform/block-store.ts";
import type { IndexSurroundings } from "../../platform/index-keeper.ts";
import { edition, editionsIn, generationsInDatabase, Profile, segmentInUse } from "./kept-index.ts";

let profile: Profile;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  profile = new Profile();
});

/** Whether the call at which the worker dies still reached the database, its answer lost. */
type Death = "before" | "after";

/**
 * A worker's way to what it keeps, until it dies: from its nth call on nothing is written and
 * nothing answered. The store under it is the real one.
 */
class Lifeline {
  calls = 0;
  readonly #dieAt: number;
  readonly #death: Death;

  constructor(dieAt: number, death: Death) {
    this.#dieAt = dieAt;
    this.#death = death;
  }

  async #while<T>(call: () => Promise<T>): Promise<T> {
    const number = this.calls++;
    if (number > this.#dieAt || (number === this.#dieAt && this.#death === "before"))
      throw new Error("killed");
    const answer = await call();
    if (number === this.#dieAt) throw new Error("killed");
    return answer;
  }

  surroundings(of: Profile): Partial<IndexSurroundings> {
    return {
      openStore: async (): Promise<BlockStore> => {
        const store = await openIndexedDbStore();
        return {
          kind: store.kind,
          segment: (dataSet) => this.#while(() => store.segment(dataSet)),
          read: (generation, name) => this.#while(() => store.read(generation, name)),
          write: (generation, blocks) => this.#while(() => store.write(generation, blocks)),
          activate: (record) => this.#while(() => store.activate(record)),
          clear: () => this.#while(() => store.clear()),
        };
      },
      writeMarker: (marker) =>
        this.#while(async () => {
          of.marker = marker;
        }),
    };
  }
}

const NEVER = Number.POSITIVE_INFINITY;
// segment, write, write, activate, marker, read of `meta`
const CALLS_OF_OPEN = 6;
// write, write, activate, marker, read of `meta`
const CALLS_OF_REBUILD = 5;

function deaths(calls: number): [death: Death, at: number][] {
  const numbers = Array.from({ length: calls }, (_, i) => i);
  return numbers.flatMap((at): [Death, number][] => [
    ["before", at],
    ["after", at],
  ]);
}

/** Opens with a worker that dies, and gives what the store then holds. */
async function openAndDie(at: number, death: Death) {
  const life = new Lifeline(at, death);
  const opening = profile.start(life.surroundings(profile)).open();
  await expect(opening).rejects.toThrow("killed");
  return segmentInUse(await openIndexedDbStore());
}

test("the deaths below are all there are", async () => {
  const life = new Lifeline(NEVER, "after");
  const keeper = profile.start(life.surroundings(profile));
  await keeper.open();
  expect(life.calls).toBe(CALLS_OF_OPEN);
  await keeper.rebuild();
  expect(life.calls).toBe(CALLS_OF_OPEN + CALLS_OF_REBUILD);
});

describe.each(deaths(CALLS_OF_OPEN))("a worker that dies %s call %i", (death, at) => {
  test("of the first build leaves nothing or the whole, and the next has the whole", async () => {
    const inUse = await openAndDie(at, death);
    if (inUse !== null) expect(await editionsIn(inUse)).toEqual(["first"]);
    const { segment } = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["first"]);
    expect(await generationsInDatabase()).toHaveLength(1);
  });

  test("of the build after an update leaves the old or the new, and the next has the new", async () => {
    await profile.build();
    profile.dataSet = edition("second");
    profile.extensionVersion = "2";
    const inUse = await openAndDie(at, death);
    const isSwitched = at > 3 || (at === 3 && death === "after");
    expect(inUse && (await editionsIn(inUse))).toEqual([isSwitched ? "second" : "first"]);
    const { segment } = await profile.start().open();
    expect(await editionsIn(segment)).toEqual(["second"]);
    expect(await generationsInDatabase()).toHaveLength(1);
  });
});

describe.each(deaths(CALLS_OF_REBUILD))(
  "a worker that dies %s call %i of a rebuild",
  (death, at) => {
    test("leaves an index that the next one opens or builds, never a mixture", async () => {
      await profile.build();
      profile.dataSet = edition("second");
      const life = new Lifeline(at, death);
      const keeper = profile.start(life.surroundings(profile));
      await expect(keeper.rebuild()).rejects.toThrow("killed");
      const { segment } = await profile.start().open();
      const isSwitched = at > 2 || (at === 2 && death === "after");
      expect(await editionsIn(segment)).toEqual([isSwitched ? "second" : "first"]);
    });

    test("leaves no blocks behind once a build has been through", async () => {
      await profile.build();
      const life = new Lifeline(at, death);
      await expect(profile.start(life.surroundings(profile)).rebuild()).rejects.toThrow("killed");
      await profile.start().rebuild();
      expect(await generationsInDatabase()).toHaveLength(1);
    });
  },
);
