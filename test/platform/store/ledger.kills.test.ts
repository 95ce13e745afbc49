import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import type { Ledger } from "../../../platform/store/ledger.ts";
import { type Death, deaths, Lifeline } from "../lifeline.ts";
import { generationsInDatabase, rowsInDatabase } from "../workers.ts";
import { built, emptyDatabase, ledgerOf, META, PLAN, statesInDatabase } from "./ledgers.ts";

beforeEach(emptyDatabase);

/** Does something with a worker that is killed during it. */
async function dying(at: number, death: Death, work: (ledger: Ledger) => Promise<void>) {
  await work(ledgerOf("dying", new Lifeline(at, death))).catch(() => undefined);
}

// begin, write, write, commit
const CALLS_OF_BUILD = 4;
// begin, discard
const CALLS_OF_DISCARD = 2;
const discarded = async (ledger: Ledger) => (await ledger.begin(PLAN)).discard();

test("the cases below cover every call", async () => {
  const life = new Lifeline();
  await built(ledgerOf("one", life));
  expect(life.calls).toBe(CALLS_OF_BUILD);
  await discarded(ledgerOf("two", life));
  expect(life.calls).toBe(CALLS_OF_BUILD + CALLS_OF_DISCARD);
});

test.each(deaths(CALLS_OF_BUILD))(
  "a worker that is killed %s call %i of a build leaves the old index or the new one",
  async (death, at) => {
    await built(ledgerOf("before"));
    await dying(at, death, built);
    const ready = (await rowsInDatabase()).filter(({ state }) => state === "ready");
    const isCommitted = at === 3 && death === "after";
    expect(ready).toMatchObject([{ generation: isCommitted ? "generation 2" : "generation 1" }]);
    const [inUse] = ready;
    const store = await openIndexedDbStore();
    expect(await store.read(inUse?.generation ?? "", "meta")).toEqual(META.bytes);
    await built(ledgerOf("after"));
    expect(await generationsInDatabase()).toHaveLength(1);
  },
);

test.each(deaths(CALLS_OF_DISCARD))(
  "a worker that is killed %s call %i of a build that is discarded leaves the old index",
  async (death, at) => {
    await built(ledgerOf("before"));
    await dying(at, death, discarded);
    const ready = (await rowsInDatabase()).filter(({ state }) => state === "ready");
    expect(ready).toMatchObject([{ generation: "generation 1" }]);
    await built(ledgerOf("after"));
    expect(await statesInDatabase()).toHaveLength(1);
  },
);
