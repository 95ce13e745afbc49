import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { UnreadableSegmentError } from "../../../core/segment/unreadable-segment.ts";
import { readStatus } from "../../../platform/background/read-status.ts";
import type { Services } from "../../../platform/background/services.ts";
import { readNotice } from "../../../platform/storage/notices.ts";
import { waitUntil } from "../../wait-until.ts";
import {
  addedNow,
  BUNDLED_PAGE,
  changeRow,
  damage,
  edition,
  editionsIn,
  generationsInDatabase,
  inDatabase,
  Machine,
  titleAt,
} from "../workers.ts";

const PAGE = "https://mine.example/3";
const BUNDLED_TITLE = `Story at ${BUNDLED_PAGE}`;

let machine: Machine;
beforeEach(async () => {
  vi.restoreAllMocks();
  machine = new Machine();
  await machine.import("s1", edition("first"));
});

const generationOf = async () => (await addedNow())[0]?.segment?.generation;
const stateOf = async () => (await addedNow())[0]?.health;
const healthOf = async (services: Services) => {
  const { dataSets } = await readStatus(services);
  const [, mine] = dataSets;
  return [mine?.health, mine?.lostRecords];
};

/** That the first look-ups are answered by the bundled data set alone, and later ones by all. */
async function expectRebuilt(services: Services, first: string): Promise<void> {
  expect(await titleAt(services, PAGE)).toBe(first);
  expect(await titleAt(services, BUNDLED_PAGE)).toBe(BUNDLED_TITLE);
  await services.jobs.idle();
  expect(await editionsIn(services)).toEqual(["first"]);
  expect(["good", "incomplete"]).toContain(await stateOf());
  expect(await readNotice()).toBe("rebuilt");
}

describe("a database that was wiped", () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  test("is noticed, rebuilt from the kept source, and reported; meanwhile the others answer", async () => {
    await expectRebuilt(machine.start(), "none");
  });

  test("shows the data set as being rebuilt", async () => {
    const services = machine.start();
    const held = services.library.segments();
    await held;
    expect(await stateOf()).toBe("rebuilding");
    expect((await healthOf(services))[0]).toBe("rebuilding");
    await services.jobs.idle();
    expect(await healthOf(services)).toEqual(["good", 0]);
  });

  test("shows the rebuild as a job", async () => {
    const services = machine.start();
    await services.library.segments();
    await waitUntil(async () =>
      expect(await services.jobs.status()).toMatchObject({ name: "Mine", kind: "rebuild" }),
    );
    await services.jobs.idle();
    expect(await services.jobs.status()).toBeNull();
  });
});

describe("a damaged index is rebuilt from the kept source, and reported; meanwhile the others answer", () => {
  test.each(["urls/", "domains/", "meta"])("%s", async (kind) => {
    const before = await generationOf();
    await damage(kind, before);
    await expectRebuilt(machine.start(), "none");
    expect(await generationsInDatabase()).not.toContain(before);
  });

  test("that lost its blocks", async () => {
    const before = await generationOf();
    await inDatabase((database) =>
      database.delete("blocks", IDBKeyRange.bound([before], [before, []])),
    );
    await expectRebuilt(machine.start(), "none");
  });

  test("of another format", async () => {
    await changeRow("mine", "segment", { format: 3 });
    await expectRebuilt(machine.start(), "none");
  });

  test("once, for concurrent look-ups", async () => {
    await damage("urls/", await generationOf());
    const services = machine.start();
    await Promise.all([1, 2, 3].map((n) => titleAt(services, `https://mine.example/${n}`)));
    await services.jobs.idle();
    expect(await editionsIn(services)).toEqual(["first"]);
    // 1 is the one from before.
    expect(await generationOf()).toBe("generation 2");
  });
});

describe("a damaged block of the source", () => {
  test("loses only its records, which are counted", async () => {
    machine.sources.damage("s1", 1);
    const services = machine.start();
    // One by one: the first that lies in the block finds the damage.
    await editionsIn(services);
    await services.jobs.idle();
    const found = await Promise.all(
      edition("first").map(({ webUrl = "" }) => titleAt(services, webUrl)),
    );
    const lost = found.filter((title) => title !== "first").length;
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(12);
    expect(await healthOf(services)).toEqual(["incomplete", lost]);
  });

  test("that was damaged before its import is counted as well", async () => {
    const request = await machine.staged("s2", edition("second"));
    machine.sources.damage("s2", 0);
    const services = machine.start();
    await services.jobs.import(request);
    await services.jobs.idle();
    const [health, lost] = await healthOf(services);
    expect(health).toBe("incomplete");
    expect(lost).toBeGreaterThan(0);
    expect(await editionsIn(services)).toEqual(["outlet", "second"]);
  });
});

describe("a source that the browser deleted", () => {
  beforeEach(async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await machine.sources.remove("s1");
  });

  test("is noticed by the next look-up that needs it, and reported; the others answer", async () => {
    const services = machine.start();
    expect(await titleAt(services, PAGE)).toBe("none");
    await services.jobs.idle();
    expect((await healthOf(services))[0]).toBe("lost");
    expect(await titleAt(services, PAGE)).toBe("none");
    expect(await titleAt(services, BUNDLED_PAGE)).toBe(BUNDLED_TITLE);
    expect(await readNotice()).toBeNull();
  });

  test("can be imported again in its place", async () => {
    const services = machine.start();
    await titleAt(services, PAGE);
    await services.jobs.idle();
    await machine.import("s2", edition("second"));
    const after = machine.start();
    expect(await editionsIn(after)).toEqual(["second"]);
    expect((await healthOf(after))[0]).toBe("good");
  });
});

test("a source that cannot be opened fails the data set, not the look-up", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(machine.sources, "open").mockRejectedValue(new DOMException("", "UnknownError"));
  const services = machine.start();
  expect(await titleAt(services, PAGE)).toBe("none");
  await services.jobs.idle();
  expect((await healthOf(services))[0]).toBe("failed");
  vi.restoreAllMocks();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

test("a data set that is damaged again after each rebuild is not rebuilt forever", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const services = machine.start();
  let tries = 0;
  const answer = services.library.lookUp(async (segments) => {
    tries++;
    const mine = (await segments).find(({ meta }) => meta.dataSet.id === "mine");
    if (mine !== undefined) throw new UnreadableSegmentError("mine", "damaged");
    return "answered";
  });
  expect(await answer).toBe("answered");
  expect(tries).toBe(2);
});
